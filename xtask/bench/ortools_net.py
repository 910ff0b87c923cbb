"""OR-tools SimpleMinCostFlow on a town without loads: ortools_net.py FOLDER NAME

In the form we found fastest for it:
  sink -> group -> person -> home -> parts of the city -> sink
with floors moved into supplies, and without the parts of the city that bind nothing (no
floor, and a ceiling no lower than the homes in it). The arrays are made with numpy and
handed over in bulk; `build_seconds` is the handing over, `solve_seconds` is `solve()`.
"""

import sys

import numpy as np
from ortools.graph.python import min_cost_flow

from hfm import Ruler, Town


class Network:
    """Arcs in columns, and what each node supplies."""

    def __init__(self, nodes):
        self.columns = []
        self.supply = np.zeros(nodes, dtype=np.int64)

    def add(self, tails, heads, lower, upper, cost):
        """Arcs that must carry `lower` at least: what they must is supplied behind them."""
        tails, heads, lower, upper, cost = np.broadcast_arrays(tails, heads, lower, upper, cost)
        np.subtract.at(self.supply, tails, lower)
        np.add.at(self.supply, heads, lower)
        self.columns.append((tails, heads, upper - lower, cost))

    def arrays(self):
        kinds = (np.int32, np.int32, np.int64, np.int64)
        columns = zip(zip(*self.columns), kinds)
        return [np.concatenate(parts).astype(kind) for parts, kind in columns]


def network(town):
    first_home = town.people
    first_node = first_home + town.homes
    first_group = first_node + town.nodes
    sink = first_group + town.groups
    net = Network(sink + 1)
    binds, above = binding(town)

    people = np.arange(town.people)
    homes = np.arange(town.homes)
    groups = np.arange(town.groups)
    net.add(town.person, first_home + town.home, 0, 1, -town.weight.astype(np.int64))
    net.add(first_group + town.group, people, 0, 1, 0)
    members = np.bincount(town.group, minlength=town.groups)
    most = np.minimum(town.group_upper, members)
    net.add(sink, first_group + groups, town.group_lower, most, 0)
    fits = np.minimum(1, town.upper[town.complex])
    net.add(first_home + homes, first_node + above[town.complex], 0, fits, 0)
    kept = np.flatnonzero(binds[1:]) + 1
    outer = first_node + above[town.parent[kept]]
    net.add(first_node + kept, outer, town.lower[kept], town.upper[kept], 0)
    net.add(first_node, sink, town.lower[0], town.upper[:1], 0)
    return net


def binding(town):
    """Whether each part of the city can bind, and the nearest that can around it."""
    homes = np.bincount(town.complex, minlength=town.nodes)
    for node in range(town.nodes - 1, 0, -1):
        homes[town.parent[node]] += homes[node]
    one = (homes == 1) & (town.lower == 0)
    binds = ((town.lower > 0) | (town.upper < homes)) & ~one
    # A single home carries its own ceiling; only the smallest part knows it as its own.
    inner = np.zeros(town.nodes, dtype=bool)
    inner[town.parent[1:]] = True
    binds |= one & inner & (town.upper < homes)
    binds[0] = True
    above = np.arange(town.nodes)
    for node in range(1, town.nodes):
        if not binds[node]:
            above[node] = above[town.parent[node]]
    return binds, above


def main():
    town = Town(*sys.argv[1:3])
    net = network(town)
    arrays = net.arrays()
    nodes = np.arange(len(net.supply), dtype=np.int32)
    ruler = Ruler()
    solver = min_cost_flow.SimpleMinCostFlow()
    solver.add_arcs_with_capacity_and_unit_cost(*arrays)
    solver.set_nodes_supplies(nodes, net.supply)
    built = ruler.seconds()
    status = solver.solve()
    solved = ruler.seconds()
    ruler.report(
        status=status.name.lower(),
        objective=-solver.optimal_cost(),
        build_seconds=built,
        solve_seconds=solved - built,
    )


main()
