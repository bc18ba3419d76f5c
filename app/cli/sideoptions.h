// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runfilter.h>

#include <string>

namespace CLI {
class App;
}

namespace Decayscope {

/// What one side of a comparison takes: `--a-model`, `--a-scaffold`, … each repeatable.
class SideOptions
{
public:
    /// `letter` is "a" or "b".
    void declare(CLI::App &command, const std::string &letter);

    [[nodiscard]] RunFilter filter() const;

    /// What was asked for in words: "openhands_sdk, L0"; empty for all runs.
    [[nodiscard]] QString name() const;

private:
    std::vector<std::string> m_models;
    std::vector<std::string> m_scaffolds;
    std::vector<std::string> m_contracts;
    std::vector<std::string> m_runtimes;
    std::vector<std::string> m_frameworks;
    std::vector<std::string> m_tasks;
    std::vector<std::string> m_levels;
};

} // namespace Decayscope
