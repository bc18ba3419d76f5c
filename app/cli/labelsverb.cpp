// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelsparts.h"
#include "verbs.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace Decayscope {

namespace {

/// The verbs of labels, each a command of its own below `labels`.
class LabelsVerb : public Verb
{
public:
    void declare(CLI::App &program) override
    {
        m_command = program.add_subcommand("labels", "Label files, samples, hand-outs and agreement");
        m_command->require_subcommand(1);
        for (const auto &part : m_parts)
            part->declare(*m_command);
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        const auto chosen = std::ranges::find_if(m_parts, [](const auto &part) { return part->wasChosen(); });
        return chosen == m_parts.end() ? ExitStatus::Usage : (*chosen)->run(context, console);
    }

private:
    CLI::App *m_command = nullptr;
    std::vector<std::unique_ptr<Verb>> m_parts = labelVerbs();
};

} // namespace

std::unique_ptr<Verb> makeLabelsVerb()
{
    return std::make_unique<LabelsVerb>();
}

} // namespace Decayscope
