// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filteroptions.h"
#include "lookoptions.h"
#include "sideoptions.h"
#include "verbs.h"

#include <CLI/CLI.hpp>
#include <comparing/comparison.h>
#include <figures/tablewriters.h>
#include <publishing/figurenames.h>
#include <workspace/assertionreading.h>
#include <workspace/workspace.h>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

using nlohmann::ordered_json;

struct ComparisonPart
{
    const char *name;
    TableSpec SideComparison::*table;
};

constexpr std::array comparisonParts{ComparisonPart{"levels", &SideComparison::levels},
    ComparisonPart{"tasks", &SideComparison::tasks}, ComparisonPart{"assertions", &SideComparison::assertions}};

std::vector<std::string> plainNames(const QStringList &names)
{
    std::vector<std::string> list;
    list.reserve(static_cast<std::size_t>(names.size()));
    for (const auto &name : names)
        list.push_back(name.toStdString());
    return list;
}

/// A store as far as a comparison looks at it.
struct OpenedStudy
{
    std::shared_ptr<const StudySnapshot> study;
    std::shared_ptr<const AssertionOutcomes> assertions;
};

Result<OpenedStudy> openedStudy(const QString &path, bool withAssertions)
{
    auto study = readSnapshot(path);
    if (!study)
        return std::unexpected(std::move(study.error()));
    OpenedStudy opened{.study = std::make_shared<const StudySnapshot>(std::move(*study)), .assertions = {}};
    if (!withAssertions)
        return opened;
    auto outcomes = assertionOutcomesInStore(path);
    if (!outcomes)
        return std::unexpected(std::move(outcomes.error()));
    opened.assertions = std::move(*outcomes);
    return opened;
}

/// `compare --a-… --b-…`: what changes from side A to side B.
class CompareVerb : public Verb
{
public:
    void declare(CLI::App &program) override
    {
        m_command = program.add_subcommand(
            "compare", "Compares two sides, such as two scaffolds, models or studies, by level, task and assertion");
        m_command->footer("Differences are B less A. Example:\n"
                          "  decayscope compare --a-scaffold mini_swe_sdk --b-scaffold openhands_sdk --part tasks");
        m_a.declare(*m_command, "a");
        m_b.declare(*m_command, "b");
        m_command->add_option("--with", m_with, "B is of this study file")->type_name("FILE");
        m_command->add_option("--part", m_part, "What is printed")
            ->check(CLI::IsMember({"levels", "tasks", "assertions", "all"}))
            ->capture_default_str();
        m_format = m_command->add_option("--format", m_formatName, "How to write it")
                       ->check(CLI::IsMember(plainNames(tableFormatNames())))
                       ->capture_default_str();
        m_command->add_flag("--raw", m_raw, "Verifiers do not count");
        m_command->add_option("--verifiers", m_verifiers, "Whose verdicts count")
            ->check(CLI::IsMember(plainNames(namesOfChoices(verifierChoices))))
            ->capture_default_str();
        m_command->add_option("--adjust", m_adjustment, "How p-values are adjusted for their number")
            ->check(CLI::IsMember(plainNames(namesOfChoices(adjustmentChoices))))
            ->capture_default_str();
        m_look.declare(*m_command);
        m_filters.declare(*m_command);
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        if (const auto wrong = wrongUsage(console)) {
            console.fail(*wrong);
            return ExitStatus::Usage;
        }
        const auto here = openedStudy(context.store, wantsAssertions());
        if (!here)
            return failed(here.error(), console);
        const auto there = m_with.empty() ? here : openedStudy(QString::fromStdString(m_with), wantsAssertions());
        if (!there)
            return failed(there.error(), console);
        const auto comparison
            = compareSides(side(*here, m_a, QStringLiteral("A")), side(*there, m_b, QStringLiteral("B")), options());
        if (!comparison) {
            console.fail(comparison.error());
            return comparison.error().kind == ErrorKind::NotFound ? ExitStatus::Findings : ExitStatus::Usage;
        }
        answer(*comparison, console);
        return ExitStatus::Done;
    }

private:
    [[nodiscard]] bool wantsAssertions() const { return m_part == "assertions" || m_part == "all"; }

    /// What can be said before a store is opened.
    [[nodiscard]] std::optional<Error> wrongUsage(const Console &console) const
    {
        const auto wrong = [](const QString &sentence) {
            return std::optional(Error{.kind = ErrorKind::InvalidInput, .message = sentence, .evidence = {}});
        };
        if (m_with.empty() && m_a.filter() == m_b.filter())
            return wrong(QStringLiteral("Both sides are the same. Give them different options, such as --a-scaffold "
                                        "mini_swe_sdk --b-scaffold openhands_sdk, or another study with --with."));
        if (m_part == "all" && format(console) == TableFormat::Csv)
            return wrong(QStringLiteral("CSV holds one table. Choose --part levels, tasks or assertions."));
        return std::nullopt;
    }

    static ExitStatus failed(const Error &error, const Console &console)
    {
        console.fail(error);
        return statusOf(error);
    }

    [[nodiscard]] ComparedSide side(const OpenedStudy &opened, const SideOptions &options, const QString &letter) const
    {
        auto name = options.name();
        if (name.isEmpty())
            name = QStringLiteral("all runs");
        if (!m_with.empty() && (m_a.name() == m_b.name() || letter == u"B"))
            name += u", in " + opened.study->name;
        return {.study = opened.study,
            .assertions = opened.assertions,
            .filter = intersected(m_filters.filter(), options.filter()),
            .name = name};
    }

    [[nodiscard]] SideComparisonOptions options() const
    {
        return {.mode = m_raw ? ScoreMode::Raw : ScoreMode::Strict,
            .verifiers
            = choiceNamed(QString::fromStdString(m_verifiers), verifierChoices).value_or(VerifierMode::Reference),
            .adjustment
            = choiceNamed(QString::fromStdString(m_adjustment), adjustmentChoices).value_or(Adjustment::Holm)};
    }

    [[nodiscard]] TableFormat format(const Console &console) const
    {
        if (console.wantsJson() && m_format->empty())
            return TableFormat::Json;
        return tableFormatFromName(QString::fromStdString(m_formatName)).value_or(TableFormat::Text);
    }

    /// One table, or one after the other; as JSON one document, of several by their names.
    void answer(const SideComparison &comparison, const Console &console) const
    {
        const auto how = format(console);
        QByteArray texts;
        ordered_json documents;
        for (const auto &part : comparisonParts) {
            if (m_part != "all" && m_part != part.name)
                continue;
            const auto text = writeTable(comparison.*part.table, how, m_look.look());
            if (how == TableFormat::Json)
                documents[part.name] = ordered_json::parse(text.toStdString());
            texts += texts.isEmpty() ? text : "\n" + text;
        }
        if (how == TableFormat::Json && m_part == "all")
            console.answer(documents);
        else
            console.answer(texts);
    }

    CLI::App *m_command = nullptr;
    CLI::Option *m_format = nullptr;
    std::string m_with;
    std::string m_part = "levels";
    std::string m_formatName = "text";
    std::string m_verifiers = "reference";
    std::string m_adjustment = "holm";
    bool m_raw = false;
    SideOptions m_a;
    SideOptions m_b;
    LookOptions m_look;
    FilterOptions m_filters;
};

} // namespace

std::unique_ptr<Verb> makeCompareVerb()
{
    return std::make_unique<CompareVerb>();
}

} // namespace Decayscope
