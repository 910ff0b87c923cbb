"""What the scripts of the other solvers share: reading a town, and the ruler.

A town is read in whole before any clock starts, so that no solver pays for a reader.
"""

import json
import os
import re
import sys
import threading
import time

import numpy as np


class Town:
    """A town of docs/formats/instance.md, unpacked, in numpy columns."""

    def __init__(self, folder, name):
        with open(f"{folder}/hfm-{name}.json", encoding="utf-8") as file:
            whole = json.load(file)
        with open(f"{folder}/hfm-{name}-arcs.csv", "rb") as file:
            file.readline()
            rows = np.fromstring(file.read().replace(b"\n", b","), dtype=np.int32, sep=",")
        rows = rows.reshape(-1, 3)
        self.person, self.home, self.weight = (np.ascontiguousarray(rows[:, at]) for at in range(3))
        self.group = np.array(whole["people"]["group"], dtype=np.int32)
        self.load = np.array(whole["people"]["load"], dtype=np.int32)
        self.complex = np.array(whole["dwellings"]["complex"], dtype=np.int32)
        nodes, groups = whole["nodes"], whole["groups"]
        self.parent, self.lower, self.upper, self.load_cap = (
            np.array(nodes[key], dtype=np.int64) for key in ("parent", "lower", "upper", "load_cap")
        )
        self.group_lower, self.group_upper = (
            np.array(groups[key], dtype=np.int64) for key in ("lower", "upper")
        )
        self.people, self.homes = len(self.group), len(self.complex)
        self.nodes, self.groups = len(self.parent), len(self.group_lower)


class Ruler:
    """CPU seconds of this process, and the most memory since it was laid down."""

    def __init__(self):
        try:
            # Forget the highest mark of reading, where the system can.
            with open("/proc/self/clear_refs", "w", encoding="ascii") as file:
                file.write("5")
        except OSError:
            pass
        self.input_bytes = memory("VmRSS")
        self.started = time.process_time()

    def seconds(self):
        return time.process_time() - self.started

    def stop_after(self, limit):
        """Ends this process some time after its limit: not every solver looks at the clock."""

        def stop():
            self.report(status="stopped", build_seconds=0.0, solve_seconds=self.seconds())
            sys.stdout.flush()
            os._exit(0)

        timer = threading.Timer(1.1 * float(limit) + 5.0, stop)
        timer.daemon = True
        timer.start()

    def report(self, **figures):
        peak = {"input_bytes": self.input_bytes, "peak_bytes": memory("VmHWM")}
        print(json.dumps(figures | peak))


def memory(kind):
    try:
        with open("/proc/self/status", encoding="ascii") as file:
            found = re.search(rf"{kind}:\s+(\d+) kB", file.read())
    except OSError:
        found = None
    return int(found[1]) * 1024 if found else None
