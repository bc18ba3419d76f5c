// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filteroptions.h"
#include "runjson.h"
#include "verbs.h"

#include <CLI/CLI.hpp>
#include <stats/scores.h>
#include <workspace/workspace.h>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

using nlohmann::ordered_json;

QString outcomeText(const Run &run)
{
    if (run.task.kind == TaskKind::Other)
        return QStringLiteral("Other");
    return isSuccess(run, ScoreMode::Strict) ? QStringLiteral("success") : QStringLiteral("failed");
}

QString toText(const Run &run)
{
    return QStringLiteral("%1  %2  %3  %4  %5  run_%6  %7/%8  %9")
        .arg(run.id.value, 6)
        .arg(run.key.configuration.scaffold, -14)
        .arg(run.key.configuration.model, -20)
        .arg(run.key.task, -56)
        .arg(run.key.date)
        .arg(run.key.trial)
        .arg(run.passed, 3)
        .arg(run.assertions, -3)
        .arg(outcomeText(run));
}

class RunsVerb : public Verb
{
public:
    void declare(CLI::App &program) override
    {
        m_command = program.add_subcommand("runs", "Lists runs with scores and verdicts");
        m_command->add_flag("--all-dates", m_allDates, "Also runs of older date folders");
        m_command->add_flag("--excluded", m_excludedToo, "Also runs excluded by hand");
        m_command->add_option("--mentioning", m_words, "Only runs with all these words in one turn, log or patch")
            ->type_name("WORDS");
        m_filters.declare(*m_command);
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        const auto study = readSnapshot(context.store);
        if (!study) {
            console.fail(study.error());
            return statusOf(study.error());
        }
        auto filter = m_filters.filter();
        filter.allDates = m_allDates;
        filter.excludedToo = m_excludedToo;
        if (!m_words.empty()) {
            const auto mentioning = runsMentioningInStore(context.store, QString::fromStdString(m_words));
            if (!mentioning) {
                console.fail(mentioning.error());
                return statusOf(mentioning.error());
            }
            filter.only.emplace(mentioning->begin(), mentioning->end());
        }
        const auto runs = filtered(study->runs, filter);
        tell(runs, console);
        return runs.empty() ? ExitStatus::Findings : ExitStatus::Done;
    }

private:
    static void tell(const std::vector<Run> &runs, const Console &console)
    {
        if (console.wantsJson()) {
            auto list = ordered_json::array();
            for (const auto &run : runs)
                list.push_back(runToJson(run));
            console.answer(ordered_json{{"runs", std::move(list)}});
            return;
        }
        QStringList lines;
        for (const auto &run : runs)
            lines.append(toText(run));
        lines.append(QStringLiteral("%1 runs").arg(runs.size()));
        console.answer(lines.join(u'\n'));
    }

    CLI::App *m_command = nullptr;
    std::string m_words;
    bool m_allDates = false;
    bool m_excludedToo = false;
    FilterOptions m_filters;
};

} // namespace

std::unique_ptr<Verb> makeRunsVerb()
{
    return std::make_unique<RunsVerb>();
}

} // namespace Decayscope
