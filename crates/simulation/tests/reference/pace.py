"""The chain of `examples/pace.rs queue` in Ciw and in SimPy, with the person-years each lives
through in a second of processor time.

    pip install ciw==3.2.7 simpy==4.1.2
    python pace.py [years of Ciw] [years of SimPy]

600 people a year, 450 places of support; conversion at 0.8, loss at 0.2, leaving a home at 0.1 and
leaving while waiting at 0.3 a year; 0.8 of those who lost a home wait again.
"""

import random
import sys
import time

import ciw
import simpy

import ciw_chain

ARRIVALS, PLACES, CONVERTS, LOST, LEAVES, GIVES_UP, RETURNS = 600.0, 450, 0.8, 0.2, 0.1, 0.3, 0.8


def in_ciw(years):
    net = ciw_chain.network(ARRIVALS, PLACES, CONVERTS, LOST, LEAVES, GIVES_UP, RETURNS)
    ciw.seed(1)
    run = ciw.Simulation(net, tracker=ciw.trackers.NodePopulation())
    run.simulate_until_max_time(years)
    person_years, before, there = 0.0, 0.0, 0
    for moment, populations in run.statetracker.history:
        person_years += there * (min(moment, years) - before)
        before, there = min(moment, years), sum(populations)
    return person_years + there * (years - before)


def in_simpy(years):
    chance = random.Random(1)
    env = simpy.Environment()
    support = simpy.Resource(env, capacity=PLACES)
    lived = [0.0]
    there = {}

    def person(number):
        there[number] = env.now
        while True:
            with support.request() as place:
                gave_up = env.timeout(chance.expovariate(GIVES_UP))
                got = yield place | gave_up
                if place not in got:
                    break
                converts = chance.expovariate(CONVERTS)
                ends = chance.expovariate(LOST + LEAVES)
                yield env.timeout(min(converts, ends))
            if converts < ends:
                yield env.timeout(ends - converts)
            if chance.random() >= LOST * RETURNS / (LOST + LEAVES):
                break
        lived[0] += env.now - there.pop(number)

    def arrivals():
        number = 0
        while True:
            yield env.timeout(chance.expovariate(ARRIVALS))
            env.process(person(number))
            number += 1

    env.process(arrivals())
    env.run(until=years)
    return lived[0] + sum(years - since for since in there.values())


def main():
    wanted = [int(word) for word in sys.argv[1:]] + [10, 10]
    for name, version, simulate, years in (
        ("Ciw", ciw.__version__, in_ciw, wanted[0]),
        ("SimPy", simpy.__version__, in_simpy, wanted[1]),
    ):
        start = time.process_time()
        person_years = simulate(years)
        seconds = time.process_time() - start
        print(
            f"{name} {version}: {years} years, {person_years:.0f} person-years, {seconds:.3f} "
            f"seconds of processor, {person_years / seconds:.0f} person-years a second"
        )


if __name__ == "__main__":
    main()
