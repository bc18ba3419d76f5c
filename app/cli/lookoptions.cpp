// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lookoptions.h"

#include <CLI/CLI.hpp>

#include <array>

namespace Decayscope {

namespace {

constexpr std::array intervalForms{std::pair{"brackets", IntervalForm::Brackets},
    std::pair{"plusminus", IntervalForm::PlusMinus}, std::pair{"hidden", IntervalForm::Hidden}};

std::vector<std::string> intervalNames()
{
    std::vector<std::string> names;
    names.reserve(intervalForms.size());
    for (const auto &[name, form] : intervalForms)
        names.emplace_back(name);
    return names;
}

} // namespace

void LookOptions::declare(CLI::App &command)
{
    constexpr auto group = "Look (not of csv and json)";
    command.add_option("--interval", m_interval, "51.7 [40.2, 63.1], 51.7 ± 11.5, or 51.7 alone")
        ->check(CLI::IsMember(intervalNames()))
        ->capture_default_str()
        ->group(group);
    command.add_flag("--bold-best", m_boldBest, "The best values of a column are bold")->group(group);
    m_paperExact = command
                       .add_flag("--paper-exact", m_isExact,
                           "As the study prints it: its columns, one decimal, mean ± SEM, stars; strict, by the "
                           "reference verifiers")
                       ->group(group);
    command.add_flag("--siunitx", m_siunitx, "latex: columns of siunitx, aligned at the point")->group(group);
    command.add_option("--caption", m_caption, "A title of your own; latex: in a table environment")
        ->type_name("TEXT")
        ->group(group);
    command.add_option("--label", m_label, "latex: a table environment with this label")
        ->type_name("NAME")
        ->group(group);
    command.add_flag("--no-notes", m_noNotes, "Without the notes below; a caveat stays")->group(group);
}

TableLook LookOptions::look() const
{
    TableLook look{.boldBest = m_boldBest,
        .paperExact = m_isExact,
        .siunitx = m_siunitx,
        .notes = !m_noNotes,
        .caption = QString::fromStdString(m_caption),
        .label = QString::fromStdString(m_label)};
    for (const auto &[name, form] : intervalForms) {
        if (m_interval == name)
            look.interval = form;
    }
    return look;
}

} // namespace Decayscope
