"""HiGHS, branch and cut, on a town with loads: highs_loads.py FOLDER NAME LIMIT"""

import math
import sys

import highspy

from hfm import Ruler, Town
from highs_model import linear_programme, solver


def main():
    folder, name, limit = sys.argv[1:4]
    model = linear_programme(Town(folder, name), loads=True)
    ruler = Ruler()
    ruler.stop_after(limit)
    highs = solver(limit)
    # Else it stops at one in ten thousand and calls that optimal.
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.passModel(model)
    built = ruler.seconds()
    highs.run()
    solved = ruler.seconds()
    info = highs.getInfo()
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    optimal = highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
    bound = info.mip_dual_bound
    ruler.report(
        status="optimal" if optimal else "stopped",
        objective=round(info.objective_function_value) if found else None,
        bound=bound if math.isfinite(bound) else None,
        build_seconds=built,
        solve_seconds=solved - built,
    )


main()
