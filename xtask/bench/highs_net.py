"""HiGHS, simplex, on a town without loads: highs_net.py FOLDER NAME LIMIT

`build_seconds` is handing the model over, `solve_seconds` is `run()`.
"""

import sys

import highspy

from hfm import Ruler, Town
from highs_model import linear_programme, solver


def main():
    folder, name, limit = sys.argv[1:4]
    model = linear_programme(Town(folder, name), loads=False)
    ruler = Ruler()
    ruler.stop_after(limit)
    highs = solver(limit)
    highs.setOptionValue("solver", "simplex")
    highs.passModel(model)
    built = ruler.seconds()
    highs.run()
    solved = ruler.seconds()
    optimal = highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
    ruler.report(
        status="optimal" if optimal else "stopped",
        objective=round(highs.getInfo().objective_function_value) if optimal else None,
        build_seconds=built,
        solve_seconds=solved - built,
    )


main()
