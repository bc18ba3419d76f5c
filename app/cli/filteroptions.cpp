// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filteroptions.h"

#include <CLI/CLI.hpp>
#include <publishing/filterfile.h>

#include <QFile>

namespace Decayscope {

namespace {

QStringList texts(const std::vector<std::string> &values)
{
    QStringList list;
    for (const auto &value : values)
        list.append(QString::fromStdString(value));
    return list;
}

std::vector<std::string> constraintNames()
{
    std::vector<std::string> names;
    names.reserve(allConstraints.size());
    for (const auto constraint : allConstraints)
        names.push_back(constraintName(constraint).toStdString());
    return names;
}

/// Accepts a level as "2" or "L2".
int levelOf(const std::string &text)
{
    return text.back() - '0';
}

TaskKind kindOf(const std::string &text)
{
    if (text == "feature")
        return TaskKind::Feature;
    return text == "other" ? TaskKind::Other : TaskKind::Generation;
}

constexpr qint64 maxFilterBytes = qint64{16} * 1024 * 1024;

} // namespace

void FilterOptions::declare(CLI::App &command)
{
    const auto *group = "Filters (each repeatable; values of one option are alternatives)";
    struct Row
    {
        const char *option;
        std::vector<std::string> *values;
        const char *help;
    };
    const Row rows[]{
        {"--model", &m_models, "Model, by its folder's name"},
        {"--scaffold", &m_scaffolds, "Scaffold, such as mini_swe_sdk"},
        {"--contract", &m_contracts, "Contract of the task, such as conduit"},
        {"--runtime", &m_runtimes, "Runtime: uv, node, or a feature task's framework folder"},
        {"--framework", &m_frameworks, "Framework, such as flask"},
        {"--task", &m_tasks, "Task, by its full name"},
    };
    for (const auto &row : rows)
        command.add_option(row.option, *row.values, row.help)->group(group)->allow_extra_args(false);
    command.add_option("--filter", m_file, "A filter as JSON, as recipes of figures hold it; the others narrow it")
        ->check([this](const std::string &path) { return readFile(path); })
        ->type_name("FILE")
        ->group(group);
    command.add_option("--level", m_levels, "Number of constraints: 0 to 3, or L0 to L3")
        ->check(CLI::IsMember({"0", "1", "2", "3", "L0", "L1", "L2", "L3"}))
        ->group(group)
        ->allow_extra_args(false);
    command.add_option("--constraint", m_constraints, "The task has this constraint")
        ->check(CLI::IsMember(constraintNames()))
        ->group(group)
        ->allow_extra_args(false);
    command.add_option("--kind", m_kinds, "Kind of task")
        ->check(CLI::IsMember({"generation", "feature", "other"}))
        ->group(group)
        ->allow_extra_args(false);
}

RunFilter FilterOptions::filter() const
{
    RunFilter filter{.models = texts(m_models),
        .scaffolds = texts(m_scaffolds),
        .contracts = texts(m_contracts),
        .runtimes = texts(m_runtimes),
        .frameworks = texts(m_frameworks),
        .tasks = texts(m_tasks)};
    for (const auto &level : m_levels)
        filter.levels.insert(levelOf(level));
    std::set<Constraint> constraints;
    for (const auto &name : m_constraints) {
        if (const auto constraint = constraintFromName(QString::fromStdString(name)))
            constraints.insert(*constraint);
    }
    if (!constraints.empty())
        filter.constraints.push_back(constraints);
    for (const auto &kind : m_kinds)
        filter.kinds.insert(kindOf(kind));
    return intersected(m_filter, filter);
}

/// What is wrong with the file; empty for nothing.
std::string FilterOptions::readFile(const std::string &path)
{
    const auto name = QString::fromStdString(path);
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("\"%1\" cannot be read: %2").arg(name, file.errorString()).toStdString();
    auto filter = readFilter(file.read(maxFilterBytes + 1), name);
    if (!filter)
        return filter.error().message.toStdString();
    m_filter = std::move(*filter);
    return {};
}

} // namespace Decayscope
