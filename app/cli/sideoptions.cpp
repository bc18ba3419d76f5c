// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sideoptions.h"

#include <CLI/CLI.hpp>

namespace Decayscope {

namespace {

QStringList asTexts(const std::vector<std::string> &values)
{
    QStringList list;
    list.reserve(static_cast<qsizetype>(values.size()));
    for (const auto &value : values)
        list.append(QString::fromStdString(value));
    return list;
}

} // namespace

void SideOptions::declare(CLI::App &command, const std::string &letter)
{
    struct Row
    {
        const char *option;
        std::vector<std::string> *values;
        const char *help;
    };
    const Row rows[]{
        {"model", &m_models, "Model, by its folder's name"},
        {"scaffold", &m_scaffolds, "Scaffold, such as mini_swe_sdk"},
        {"contract", &m_contracts, "Contract of the task"},
        {"runtime", &m_runtimes, "Runtime: uv, node"},
        {"framework", &m_frameworks, "Framework, such as flask"},
        {"task", &m_tasks, "Task, by its full name"},
    };
    const auto group = std::string(letter == "a" ? "Side A" : "Side B") + " (each repeatable)";
    for (const auto &row : rows)
        command.add_option("--" + letter + "-" + row.option, *row.values, row.help)
            ->group(group)
            ->allow_extra_args(false);
    command.add_option("--" + letter + "-level", m_levels, "Number of constraints: 0 to 3, or L0 to L3")
        ->check(CLI::IsMember({"0", "1", "2", "3", "L0", "L1", "L2", "L3"}))
        ->group(group)
        ->allow_extra_args(false);
}

RunFilter SideOptions::filter() const
{
    RunFilter filter{.models = asTexts(m_models),
        .scaffolds = asTexts(m_scaffolds),
        .contracts = asTexts(m_contracts),
        .runtimes = asTexts(m_runtimes),
        .frameworks = asTexts(m_frameworks),
        .tasks = asTexts(m_tasks)};
    for (const auto &level : m_levels)
        filter.levels.insert(level.back() - '0');
    return filter;
}

QString SideOptions::name() const
{
    QStringList words;
    for (const auto *values : {&m_models, &m_scaffolds, &m_contracts, &m_runtimes, &m_frameworks, &m_tasks}) {
        if (!values->empty())
            words << asTexts(*values).join(QStringLiteral(" or "));
    }
    QStringList levels;
    for (const auto level : filter().levels)
        levels << u'L' + QString::number(level);
    if (!levels.isEmpty())
        words << levels.join(QStringLiteral(" or "));
    return words.join(QStringLiteral(", "));
}

} // namespace Decayscope
