"""The chain reduced to two queues, in Ciw: people wait for one of `places` of support, live on the
provider's lease, then on their own, lose the home and wait again, or leave.

Writes `ciw.csv` beside this file: for each case and year the mean over replications of how many
wait, live on the provider's lease and live on their own, with the standard error.

    pip install ciw==3.2.7
    python ciw_chain.py [replications]
"""

import csv
import math
import pathlib
import sys

import ciw

# name, arrivals a year, places of support, rates a year of: conversion, loss, leaving a home,
# leaving while waiting (0: nobody does); share of those who lost a home that waits again
CASES = [
    ("patient", 30.0, 45, 0.8, 0.2, 0.1, 0.0, 0.8),
    ("overloaded", 60.0, 45, 0.8, 0.2, 0.1, 0.3, 0.8),
    ("small", 3.0, 4, 0.5, 0.3, 0.2, 0.5, 0.5),
]
YEARS = [1, 2, 3, 5, 10]


def network(arrivals, places, converts, lost, leaves, gives_up, returns):
    """Node 1: support on the provider's lease, with its line. Node 2: the own lease."""
    supported, own = converts + lost + leaves, lost + leaves
    impatient = {}
    if gives_up > 0:
        impatient["reneging_time_distributions"] = [ciw.dists.Exponential(gives_up), None]
    return ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(arrivals), None],
        service_distributions=[ciw.dists.Exponential(supported), ciw.dists.Exponential(own)],
        routing=[[lost * returns / supported, converts / supported], [lost * returns / own, 0.0]],
        number_of_servers=[places, float("inf")],
        **impatient,
    )


def at_the_end_of(history, year):
    """People at both nodes at that moment, from the history of the populations."""
    state = (0, 0)
    for moment, populations in history:
        if moment > year:
            break
        state = populations
    return state


def figures(case, replications):
    _, arrivals, places, *rates = case
    net = network(arrivals, places, *rates)
    seen = {year: [] for year in YEARS}
    for seed in range(replications):
        ciw.seed(seed)
        run = ciw.Simulation(net, tracker=ciw.trackers.NodePopulation())
        run.simulate_until_max_time(max(YEARS) + 0.001)
        for year in YEARS:
            first, second = at_the_end_of(run.statetracker.history, year)
            seen[year].append((max(0, first - places), min(first, places), second))
    return seen


def main():
    replications = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with open(pathlib.Path(__file__).with_name("ciw.csv"), "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["tool", "replications", "case", "year", "state", "mean", "standard_error"])
        for case in CASES:
            for year, rows in figures(case, replications).items():
                for state, column in zip(("waiting", "provider_lease", "own_lease"), zip(*rows)):
                    mean = sum(column) / replications
                    spread = sum((it - mean) ** 2 for it in column) / (replications - 1)
                    error = math.sqrt(spread / replications)
                    out.writerow(
                        [f"Ciw {ciw.__version__}", replications, case[0], year, state,
                         f"{mean:.4f}", f"{error:.4f}"]
                    )


if __name__ == "__main__":
    main()
