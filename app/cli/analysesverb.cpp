// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filteroptions.h"
#include "lookoptions.h"
#include "outputfile.h"
#include "verbs.h"

#include <CLI/CLI.hpp>
#include <analyses/analysis.h>
#include <figures/tablewriters.h>
#include <publishing/figurenames.h>
#include <workspace/workspace.h>

#include <QDir>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

using nlohmann::ordered_json;

std::vector<std::string> asStandard(const QStringList &names)
{
    std::vector<std::string> list;
    list.reserve(static_cast<std::size_t>(names.size()));
    for (const auto &name : names)
        list.push_back(name.toStdString());
    return list;
}

std::vector<std::string> analysisNames()
{
    std::vector<std::string> names{"list"};
    for (const auto &analysis : analysisCatalogue())
        names.push_back(analysis.name.toStdString());
    return names;
}

std::string analysesText()
{
    std::string text = "Analyses:\n";
    for (const auto &analysis : analysisCatalogue())
        text += "  " + analysis.name.leftJustified(22).toStdString() + analysis.description.toStdString() + "\n";
    return text;
}

ordered_json toJson(const AnalysisInfo &info)
{
    auto assumptions = ordered_json::array();
    for (const auto &assumption : info.card.assumptions)
        assumptions.push_back(jsonText(assumption));
    return {{"name", jsonText(info.name)}, {"title", jsonText(info.title)},
        {"group", jsonText(analysisGroupTitle(info.group))}, {"description", jsonText(info.description)},
        {"method",
            {{"question", jsonText(info.card.question)}, {"formula", jsonText(info.card.formula)},
                {"assumptions", std::move(assumptions)}, {"reading", jsonText(info.card.reading)},
                {"source", jsonText(info.card.source)}, {"check", jsonText(info.card.check)}}}};
}

QString cardText(const MethodCard &card)
{
    return QStringLiteral("Question: %1\n\nFormula:\n%2\n\nAssumptions:\n- %3\n\nHow to read it: %4\n\nSource: "
                          "%5\n\nCompared with: %6")
        .arg(card.question, card.formula, card.assumptions.join(QStringLiteral("\n- ")), card.reading, card.source,
            card.check);
}

/// `analyses NAME`: a statistic beyond the study; `analyses list`: all of them.
class AnalysesVerb : public Verb
{
public:
    void declare(CLI::App &program) override
    {
        m_command = program.add_subcommand("analyses", "Prints a statistic beyond the study's tables");
        m_command->footer(analysesText);
        m_command->add_option("NAME", m_name, "The analysis, or list")
            ->required()
            ->check(CLI::IsMember(analysisNames()));
        m_format = m_command->add_option("--format", m_formatName, "How to write it")
                       ->check(CLI::IsMember(asStandard(tableFormatNames())))
                       ->capture_default_str();
        m_command->add_flag("--method", m_method, "Prints what the method asks, assumes and rests on instead");
        m_command->add_option("--files", m_folder, "Also writes data and script, where there are some, into a folder")
            ->type_name("DIR");
        m_command->add_flag("--raw", m_raw, "Verifiers do not count");
        m_command->add_option("--verifiers", m_verifiers, "Whose verdicts count")
            ->check(CLI::IsMember(asStandard(namesOfChoices(verifierChoices))))
            ->capture_default_str();
        m_command->add_option("--adjust", m_adjustment, "How p-values are adjusted for their number")
            ->check(CLI::IsMember(asStandard(namesOfChoices(adjustmentChoices))))
            ->capture_default_str();
        declareNumbers();
        m_look.declare(*m_command);
        m_filters.declare(*m_command);
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        if (m_name == "list" || m_method)
            return describe(console);
        const auto study = readSnapshot(context.store);
        if (!study) {
            console.fail(study.error());
            return statusOf(study.error());
        }
        const auto analysis = buildAnalysis(QString::fromStdString(m_name), *study, request());
        if (!analysis) {
            console.fail(analysis.error());
            return ExitStatus::Usage;
        }
        console.answer(writeTable(analysis->table, format(console), m_look.look()));
        return m_folder.empty() ? ExitStatus::Done : saveFiles(*analysis, console);
    }

private:
    void declareNumbers()
    {
        m_command->add_option("--draws", m_request.plan.draws, "Draws of a bootstrap")
            ->check(CLI::Range(1, mostDraws))
            ->capture_default_str();
        m_command->add_option("--seed", m_request.plan.seed, "Seed of the draws")->capture_default_str();
        m_command->add_option("--difference", m_request.difference, "power: to be found, in percentage points")
            ->capture_default_str();
        m_command->add_option("--power", m_request.power, "power: the chance to find it")->capture_default_str();
        m_command->add_option("--significance", m_request.significance, "power: of the test")->capture_default_str();
    }

    /// The methods of all, or of one.
    [[nodiscard]] ExitStatus describe(const Console &console) const
    {
        const auto *info = analysisInfo(QString::fromStdString(m_name));
        if (!console.wantsJson()) {
            console.answer(info ? cardText(info->card) : QString::fromStdString(analysesText()).trimmed());
            return ExitStatus::Done;
        }
        auto list = ordered_json::array();
        for (const auto &analysis : analysisCatalogue()) {
            if (!info || info->name == analysis.name)
                list.push_back(toJson(analysis));
        }
        console.answer(ordered_json{{"analyses", std::move(list)}});
        return ExitStatus::Done;
    }

    [[nodiscard]] AnalysisRequest request() const
    {
        auto request = m_request;
        request.filter = m_filters.filter();
        request.mode = m_raw ? ScoreMode::Raw : ScoreMode::Strict;
        request.verifiers
            = choiceNamed(QString::fromStdString(m_verifiers), verifierChoices).value_or(request.verifiers);
        request.adjustment
            = choiceNamed(QString::fromStdString(m_adjustment), adjustmentChoices).value_or(request.adjustment);
        return request;
    }

    [[nodiscard]] TableFormat format(const Console &console) const
    {
        if (console.wantsJson() && m_format->empty())
            return TableFormat::Json;
        return tableFormatFromName(QString::fromStdString(m_formatName)).value_or(TableFormat::Text);
    }

    [[nodiscard]] ExitStatus saveFiles(const Analysis &analysis, const Console &console) const
    {
        const QDir folder(QString::fromStdString(m_folder));
        if (analysis.files.empty())
            console.warn(QStringLiteral("The analysis has no files to be checked with."));
        for (const auto &file : analysis.files) {
            const bool hasFolder = folder.mkpath(QStringLiteral("."));
            const auto written = writeOutput({.path = folder.filePath(file.name), .bytes = file.content});
            if (hasFolder && written)
                continue;
            console.fail(written.error());
            return ExitStatus::Partly;
        }
        return ExitStatus::Done;
    }

    CLI::App *m_command = nullptr;
    CLI::Option *m_format = nullptr;
    std::string m_name;
    std::string m_formatName = "text";
    std::string m_folder;
    std::string m_verifiers = "reference";
    std::string m_adjustment = "holm";
    bool m_raw = false;
    bool m_method = false;
    AnalysisRequest m_request;
    LookOptions m_look;
    FilterOptions m_filters;
};

} // namespace

std::unique_ptr<Verb> makeAnalysesVerb()
{
    return std::make_unique<AnalysesVerb>();
}

} // namespace Decayscope
