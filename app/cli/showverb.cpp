// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationanswer.h"
#include "runjson.h"
#include "runtext.h"
#include "verbs.h"

#include <CLI/CLI.hpp>
#include <workspace/workspace.h>

#include <QFileInfo>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

using nlohmann::ordered_json;

ordered_json toJson(const RunReading &reading)
{
    auto turns = ordered_json::array();
    for (int i = 0; i < reading.turns->count() && !wasInterrupted(); ++i)
        turns.push_back(turnToJson(reading.turns->turn(i)));
    ordered_json document{{"run", runToJson(reading.run)}, {"origin", jsonText(reading.origin)},
        {"requests", requestsToJson(reading.requests)}, {"violations", violationsToJson(reading.verdicts)},
        {"syntax_violations", violationsToJson(reading.syntaxVerdicts)}, {"files", filesToJson(reading.patch.bytes)},
        {"turns", std::move(turns)}};
    if (reading.evaluation)
        document.update(evaluationToJson(*reading.evaluation));
    return document;
}

class ShowVerb : public Verb
{
public:
    void declare(CLI::App &program) override
    {
        m_command = program.add_subcommand("show", "Shows one run, or one turn of it");
        m_command->add_option("RUN", m_run, "Number of the run, as `runs` lists it")
            ->required()
            ->check(CLI::PositiveNumber);
        m_command->add_option("--turn", m_turn, "Number of the turn, from 0")
            ->type_name("N")
            ->check(CLI::NonNegativeNumber);
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        const auto reading = openRunInStore(context.store, {.value = m_run});
        if (!reading) {
            console.fail(reading.error());
            const bool isRunMissing = reading.error().kind == ErrorKind::NotFound && QFileInfo::exists(context.store);
            return isRunMissing ? ExitStatus::Findings : statusOf(reading.error());
        }
        if (m_turn >= 0)
            return showTurn(**reading, console);
        if (console.wantsJson())
            console.answer(toJson(**reading));
        else
            console.answer(runToText(**reading));
        return wasInterrupted() ? ExitStatus::Cancelled : ExitStatus::Done;
    }

private:
    [[nodiscard]] ExitStatus showTurn(const RunReading &reading, const Console &console) const
    {
        const auto count = reading.turns->count();
        if (m_turn >= count) {
            console.fail({.kind = ErrorKind::NotFound,
                .message = QStringLiteral("Run %1 has no turn %2; it has %3 turns, counted from 0.")
                    .arg(m_run)
                    .arg(m_turn)
                    .arg(count)});
            return ExitStatus::Findings;
        }
        const auto turn = reading.turns->turn(m_turn);
        if (console.wantsJson())
            console.answer(
                ordered_json{{"run", runToJson(reading.run)}, {"turns", ordered_json::array({turnToJson(turn)})}});
        else
            console.answer(turnToText(turn));
        return ExitStatus::Done;
    }

    CLI::App *m_command = nullptr;
    qint64 m_run = 0;
    int m_turn = -1;
};

} // namespace

std::unique_ptr<Verb> makeShowVerb()
{
    return std::make_unique<ShowVerb>();
}

} // namespace Decayscope
