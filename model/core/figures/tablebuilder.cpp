// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablebuilder.h"

#include "studytables.h"

#include <algorithm>

namespace Decayscope {

namespace {

using TableMaker = TableSpec (*)(const StudySnapshot &, const TableOptions &);
using Refusal = std::optional<Error> (*)(const TableOptions &);

struct Entry
{
    const char *name;
    const char *title;
    const char *description;
    TableMaker make;
    Refusal refusal = nullptr; ///< Why the table cannot be made with these options.
};

constexpr Entry entries[]{
    {"decay", "Constraint decay", "A% and pass@1 of every configuration at each level, with verifiers.", decayTable},
    {"decay-raw", "Constraint decay, raw", "The same by tests alone: constraints are not looked at.", decayRawTable},
    {"marginal-effects", "Marginal effects of the constraints", "What each constraint costs between sibling tasks.",
        marginalEffectsTable},
    {"feature", "Feature tasks", "pass@1 of every configuration where a removed feature is to be restored.",
        featureTable},
    {"frameworks", "Framework leaderboard", "A% and pass@1 of every configuration on each framework.", frameworksTable},
    {"sensitivity", "Framework sensitivity", "Mean score over runs on each framework, with its standard error.",
        sensitivityTable},
    {"verifier-impact", "Verifier impact", "A% with and without verifiers at each level.", verifierImpactTable},
    {"verifier-modes", "Verifier modes", "Where the study's heuristics and the verifiers that read code differ.",
        verifierModesTable},
    {"subset", "Subset representativeness", "A% on all tasks beside A% on the subset.", subsetTable},
    {"termination", "Termination", "How the runs of every configuration ended.", terminationTable},
    {"coverage", "Coverage", "Which planned tasks every configuration has run.", coverageTable},
    {"tokens", "Tokens", "Mean tokens per run of every configuration at each level.", tokensTable},
    {"taxonomy", "Why runs failed", "Failure categories of labelled runs, and kinds of logic errors.", taxonomyTable},
    {"agreement", "Agreement of annotators", "How well two annotators agree, in all and on each category.",
        agreementTable, agreementRefusal},
    {"differences", "Differences to published values",
        "What others printed beside what this store gives, and why they "
        "differ.",
        differencesTable},
};

std::vector<TableInfo> catalogue()
{
    std::vector<TableInfo> tables;
    for (const auto &entry : entries)
        tables.push_back({.name = QString::fromUtf8(entry.name),
            .title = QString::fromUtf8(entry.title),
            .description = QString::fromUtf8(entry.description)});
    return tables;
}

} // namespace

TableOptions asPublished(TableOptions options)
{
    options.mode = ScoreMode::Strict;
    options.verifiers = VerifierMode::Reference;
    options.filter.allDates = false;
    return options;
}

const std::vector<TableInfo> &tableCatalogue()
{
    static const auto tables = catalogue();
    return tables;
}

Result<TableSpec> buildTable(QStringView name, const StudySnapshot &study, const TableOptions &options)
{
    const auto *found
        = std::ranges::find_if(entries, [name](const Entry &entry) { return name == QLatin1StringView(entry.name); });
    if (found == std::end(entries)) {
        QStringList names;
        for (const auto &info : tableCatalogue())
            names << info.name;
        return failure(ErrorKind::NotFound,
            QStringLiteral("There is no table \"%1\". The tables are %2.").arg(name, names.join(u", ")));
    }
    if (auto refused = found->refusal ? found->refusal(options) : std::nullopt)
        return std::unexpected(std::move(*refused));
    return found->make(study, options);
}

} // namespace Decayscope
