"""CP-SAT, one worker, on a town with loads: cpsat_loads.py FOLDER NAME LIMIT"""

import sys

from ortools.sat.python import cp_model

from hfm import Ruler, Town


def programme(town):
    """What flows through each part of the city is a variable, as for HiGHS."""
    model = cp_model.CpModel()
    pairs = [model.new_bool_var("") for _ in town.person]
    of_person = [[] for _ in range(town.people)]
    of_home = [[] for _ in range(town.homes)]
    of_group = [[] for _ in range(town.groups)]
    below = [[] for _ in range(town.nodes)]
    carried = [[] for _ in range(town.nodes)]
    for pair, person, home in zip(pairs, town.person.tolist(), town.home.tolist()):
        node = int(town.complex[home])
        of_person[person].append(pair)
        of_home[home].append(pair)
        of_group[int(town.group[person])].append(pair)
        below[node].append(pair)
        carried[node].append(int(town.load[person]) * pair)
    for rivals in of_person + of_home:
        model.add_at_most_one(rivals)
    for members, least, most in zip(of_group, town.group_lower, town.group_upper):
        model.add_linear_constraint(sum(members), int(least), int(most))
    heaviest = int(town.load.max(initial=0)) * town.homes
    for node in range(town.nodes - 1, -1, -1):
        placed = model.new_int_var(int(town.lower[node]), int(town.upper[node]), "")
        model.add(sum(below[node]) == placed)
        cap = int(town.load_cap[node])
        load = model.new_int_var(0, cap if cap >= 0 else heaviest, "")
        model.add(sum(carried[node]) == load)
        if town.parent[node] >= 0:
            below[town.parent[node]].append(placed)
            carried[town.parent[node]].append(load)
    model.maximize(sum(int(weight) * pair for pair, weight in zip(pairs, town.weight)))
    return model


def main():
    folder, name, limit = sys.argv[1:4]
    model = programme(Town(folder, name))
    ruler = Ruler()
    ruler.stop_after(limit)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = float(limit)
    status = solver.solve(model)
    solved = ruler.seconds()
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    ruler.report(
        status="optimal" if status == cp_model.OPTIMAL else "stopped",
        objective=round(solver.objective_value) if found else None,
        bound=solver.best_objective_bound,
        build_seconds=0.0,
        solve_seconds=solved,
    )


main()
