// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/tablelook.h>

#include <string>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace Decayscope {

/// How `tables` writes a table for people: `--interval`, `--bold-best`, `--caption`, …
class LookOptions
{
public:
    void declare(CLI::App &command);

    /// `--paper-exact`, which others may exclude.
    [[nodiscard]] CLI::Option *paperExact() const { return m_paperExact; }

    [[nodiscard]] TableLook look() const;

private:
    CLI::Option *m_paperExact = nullptr;
    std::string m_interval = "brackets";
    std::string m_caption;
    std::string m_label;
    bool m_boldBest = false;
    bool m_siunitx = false;
    bool m_isExact = false;
    bool m_noNotes = false;
};

} // namespace Decayscope
