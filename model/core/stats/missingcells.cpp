// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "missingcells.h"

#include <algorithm>

namespace Decayscope {

namespace {

/// Runs of a configuration's task.
struct CellRuns
{
    int counted = 0;
    int excluded = 0;
};

using CellsOfTasks = std::map<TaskSpec, CellRuns>;

std::map<Configuration, CellsOfTasks> cellRuns(std::span<const Run> counted, std::span<const Run> all)
{
    std::map<Configuration, CellsOfTasks> cells;
    for (const auto &run : counted) {
        if (run.task.kind == TaskKind::Generation)
            ++cells[run.key.configuration][run.task].counted;
    }
    for (const auto &run : all) {
        if (run.exclusion && run.newestDate && run.task.kind == TaskKind::Generation)
            ++cells[run.key.configuration][run.task].excluded;
    }
    return cells;
}

void add(LevelCells &level, const TaskSpec &task, const CellRuns &done, int trials)
{
    ++level.plannedTasks;
    level.plannedRuns += trials;
    level.runs += std::min(trials, done.counted);
    if (done.counted < trials)
        level.cells.push_back({.task = task, .runs = done.counted, .excluded = done.excluded});
}

} // namespace

int LevelCells::tasksWithout() const
{
    return static_cast<int>(std::ranges::count(cells, 0, &MissingCell::runs));
}

int LevelCells::excluded() const
{
    int sum = 0;
    for (const auto &cell : cells)
        sum += cell.excluded;
    return sum;
}

std::vector<LevelCells> missingCells(
    std::span<const Run> counted, std::span<const Run> all, const StudyPlan &plan, const TaskChoice &choice)
{
    std::vector<LevelCells> rows;
    for (const auto &[configuration, done] : cellRuns(counted, all)) {
        std::array<LevelCells, levelCount> levels;
        for (const auto &task : plan.tasksOf(configuration)) {
            if (task.level() >= levelCount || (choice && !choice(task)))
                continue;
            const auto found = done.find(task);
            add(levels.at(static_cast<std::size_t>(task.level())), task,
                found == done.end() ? CellRuns{} : found->second, plan.trials());
        }
        for (int level = 0; level < levelCount; ++level) {
            auto &row = levels.at(static_cast<std::size_t>(level));
            if (row.plannedTasks == 0)
                continue;
            row.configuration = configuration;
            row.level = level;
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

} // namespace Decayscope
