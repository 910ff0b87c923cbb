"""A town as a linear programme for HiGHS.

People, homes and groups are rows; what flows through each home and each part of the city
is a column with its bounds, so that the tree costs a few entries a pair less.
"""

import highspy
import numpy as np


def linear_programme(town, loads):
    pairs, homes, nodes = len(town.person), town.homes, town.nodes
    people_rows, groups_rows = town.people, town.groups
    home_row = people_rows + groups_rows
    node_row = home_row + homes
    load_row = node_row + nodes
    rows = load_row + (nodes if loads else 0)
    home_column = pairs
    node_column = home_column + homes
    load_column = node_column + nodes
    columns = load_column + (nodes if loads else 0)

    entries = []

    def add(row, column, value):
        entries.append(np.broadcast_arrays(column, row, np.asarray(value, dtype=np.float64)))

    pair, home, node = np.arange(pairs), np.arange(homes), np.arange(nodes)
    inner = town.parent >= 0
    add(town.person, pair, 1)
    add(people_rows + town.group[town.person], pair, 1)
    add(home_row + town.home, pair, 1)
    add(home_row + home, home_column + home, -1)
    add(node_row + town.complex, home_column + home, 1)
    add(node_row + node, node_column + node, -1)
    add(node_row + town.parent[inner], node_column + node[inner], 1)
    if loads:
        add(load_row + town.complex[town.home], pair, town.load[town.person])
        add(load_row + node, load_column + node, -1)
        add(load_row + town.parent[inner], load_column + node[inner], 1)

    column, row, value = (np.concatenate(part) for part in zip(*entries))
    order = np.lexsort((row, column))
    column, row, value = column[order], row[order], value[order]

    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = columns, rows
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_ = np.concatenate([town.weight, np.zeros(columns - pairs)]).astype(np.float64)
    none = highspy.kHighsInf
    load_cap = np.where(town.load_cap < 0, none, town.load_cap) if loads else []
    lower = [np.zeros(pairs + homes), town.lower, np.zeros(len(load_cap))]
    upper = [np.ones(pairs + homes), town.upper, load_cap]
    model.col_lower_ = np.concatenate(lower).astype(np.float64)
    model.col_upper_ = np.concatenate(upper).astype(np.float64)
    balance = np.zeros(rows - home_row)
    least = [np.full(people_rows, -none), town.group_lower, balance]
    model.row_lower_ = np.concatenate(least).astype(np.float64)
    most = [np.ones(people_rows), town.group_upper, balance]
    model.row_upper_ = np.concatenate(most).astype(np.float64)
    if loads:
        kinds = [highspy.HighsVarType.kInteger] * pairs
        kinds += [highspy.HighsVarType.kContinuous] * (columns - pairs)
        model.integrality_ = kinds
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = np.searchsorted(column, np.arange(columns + 1)).astype(np.int32)
    model.a_matrix_.index_ = row.astype(np.int32)
    model.a_matrix_.value_ = value
    return model


def solver(limit):
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("parallel", "off")
    highs.setOptionValue("time_limit", float(limit))
    return highs
