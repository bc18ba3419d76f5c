// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runfilter.h>

#include <string>

namespace CLI {
class App;
}

namespace Decayscope {

/// The filters every listing verb takes: `--model`, `--scaffold`, … each repeatable.
class FilterOptions
{
public:
    void declare(CLI::App &command);

    [[nodiscard]] RunFilter filter() const;

private:
    [[nodiscard]] std::string readFile(const std::string &path);

    RunFilter m_filter; ///< Of the file.
    std::string m_file;
    std::vector<std::string> m_models;
    std::vector<std::string> m_scaffolds;
    std::vector<std::string> m_contracts;
    std::vector<std::string> m_runtimes;
    std::vector<std::string> m_frameworks;
    std::vector<std::string> m_tasks;
    std::vector<std::string> m_levels;
    std::vector<std::string> m_constraints;
    std::vector<std::string> m_kinds;
};

} // namespace Decayscope
