// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rundocument.h"

#include "bundlefault.h"

#include <figures/tablewriters.h>
#include <publishing/csvrecords.h>
#include <publishing/figurenames.h>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr QStringView runWord = u"run_";
constexpr int mostCounted = 10'000'000; ///< Assertions, turns, trials of a run: sums stay far below what they fit in.
constexpr qint64 mostTokens = qint64{1} << 53; ///< Of either sign; they are summed as doubles.

constexpr std::array verdictNames{NamedChoice{Verdict::NotApplicable, ""_L1},
    NamedChoice{Verdict::Compliant, "compliant"_L1}, NamedChoice{Verdict::Violated, "violated"_L1}};
constexpr std::array kindNames{NamedChoice{TaskKind::Generation, "generation"_L1},
    NamedChoice{TaskKind::Feature, "feature"_L1}, NamedChoice{TaskKind::Other, "other"_L1}};
constexpr std::array yesNames{NamedChoice{true, "yes"_L1}, NamedChoice{false, "no"_L1}};

Cell cellOf(Verdict verdict)
{
    return verdict == Verdict::NotApplicable ? Cell() : Cell(nameOfChoice(verdict, verdictNames));
}

Cell cellOf(bool isSo)
{
    return nameOfChoice(isSo, yesNames);
}

template <typename Value, std::size_t count>
bool take(const QString &text, Value &into, const std::array<NamedChoice<Value>, count> &choices)
{
    const auto value = choiceNamed(text, choices);
    into = value.value_or(into);
    return value.has_value();
}

bool take(const QString &text, qint64 &into)
{
    bool isNumber = false;
    into = text.toLongLong(&isNumber);
    return isNumber && into >= -mostTokens && into <= mostTokens;
}

/// Counts are never negative, nor larger than any run's.
bool take(const QString &text, int &into)
{
    bool isNumber = false;
    into = text.toInt(&isNumber);
    return isNumber && into >= 0 && into <= mostCounted;
}

bool takeConstraints(const QString &text, ConstraintSet &into)
{
    for (const auto &name : text.split(u' ', Qt::SkipEmptyParts)) {
        const auto constraint = constraintFromName(name);
        if (!constraint)
            return false;
        into = into.with(*constraint);
    }
    return true;
}

/// A column of runs.csv: how a run fills it, and how it fills a run. Columns are read in their order.
struct RunColumn
{
    const char *key;
    Cell (*write)(const Run &run);
    bool (*read)(const QString &text, Run &run); ///< False for a text that cannot stand there.
};

template <QString RunKey::*field>
constexpr RunColumn keyColumn(const char *key)
{
    return {key, [](const Run &run) -> Cell { return run.key.*field; },
        [](const QString &text, Run &run) {
            run.key.*field = text;
            return true;
        }};
}

template <QString Configuration::*field>
constexpr RunColumn configurationColumn(const char *key)
{
    return {key, [](const Run &run) -> Cell { return run.key.configuration.*field; },
        [](const QString &text, Run &run) {
            run.key.configuration.*field = text;
            return true;
        }};
}

template <int Run::*field>
constexpr RunColumn countColumn(const char *key)
{
    return {key, [](const Run &run) -> Cell { return qint64{run.*field}; },
        [](const QString &text, Run &run) { return take(text, run.*field); }};
}

template <Verdict RunVerdicts::*field>
constexpr RunColumn verdictColumn(const char *key)
{
    return {key, [](const Run &run) { return cellOf(run.verdicts.*field); },
        [](const QString &text, Run &run) { return take(text, run.verdicts.*field, verdictNames); }};
}

template <Verdict RunVerdicts::*field>
constexpr RunColumn syntaxColumn(const char *key)
{
    return {key, [](const Run &run) { return run.syntaxVerdicts ? cellOf(*run.syntaxVerdicts.*field) : Cell(); },
        [](const QString &text, Run &run) {
            return run.syntaxVerdicts ? take(text, *run.syntaxVerdicts.*field, verdictNames) : text.isEmpty();
        }};
}

using Tokens = std::optional<TokenCount>;

/// The first column of a count of tokens says whether there is one.
template <Tokens Run::*tokens, qint64 TokenCount::*field>
constexpr RunColumn tokenColumn(const char *key)
{
    return {key, [](const Run &run) { return run.*tokens ? Cell(*(run.*tokens).*field) : Cell(); },
        [](const QString &text, Run &run) {
            if (text.isEmpty())
                return !(run.*tokens);
            if (!(run.*tokens))
                run.*tokens = TokenCount();
            return take(text, *(run.*tokens).*field);
        }};
}

template <Tokens Run::*tokens>
constexpr RunColumn estimatedColumn(const char *key)
{
    return {key, [](const Run &run) { return run.*tokens ? cellOf((run.*tokens)->estimated) : Cell(); },
        [](const QString &text, Run &run) {
            return run.*tokens ? take(text, (run.*tokens)->estimated, yesNames) : text.isEmpty();
        }};
}

constexpr RunColumn trialColumn{"run",
    [](const Run &run) -> Cell { return QString(runWord % QString::number(run.key.trial)); },
    [](const QString &text, Run &run) {
        return text.startsWith(runWord) && take(text.sliced(runWord.size()), run.key.trial);
    }};

constexpr RunColumn kindColumn{"kind", [](const Run &run) -> Cell { return nameOfChoice(run.task.kind, kindNames); },
    [](const QString &text, Run &run) { return take(text, run.task.kind, kindNames); }};

constexpr RunColumn frameworkColumn{"framework", [](const Run &run) -> Cell { return run.task.framework; },
    [](const QString &text, Run &run) {
        run.task.framework = text;
        return true;
    }};

constexpr RunColumn constraintsColumn{"constraints",
    [](const Run &run) -> Cell { return run.task.constraints.joined(u" "); },
    [](const QString &text, Run &run) { return takeConstraints(text, run.task.constraints); }};

constexpr RunColumn newestColumn{"newest_date", [](const Run &run) { return cellOf(run.newestDate); },
    [](const QString &text, Run &run) { return take(text, run.newestDate, yesNames); }};

constexpr RunColumn excludedColumn{"excluded", [](const Run &run) { return cellOf(run.exclusion.has_value()); },
    [](const QString &text, Run &run) {
        bool isExcluded = false;
        const bool isSound = take(text, isExcluded, yesNames);
        if (isExcluded)
            run.exclusion = QString();
        return isSound;
    }};

constexpr RunColumn reasonColumn{"exclusion_reason",
    [](const Run &run) -> Cell { return run.exclusion.value_or(QString()); },
    [](const QString &text, Run &run) {
        if (!run.exclusion)
            return text.isEmpty();
        run.exclusion = text;
        return true;
    }};

constexpr RunColumn judgedColumn{"syntax_judged", [](const Run &run) { return cellOf(run.syntaxVerdicts.has_value()); },
    [](const QString &text, Run &run) {
        bool isJudged = false;
        const bool isSound = take(text, isJudged, yesNames);
        if (isJudged)
            run.syntaxVerdicts = RunVerdicts();
        return isSound;
    }};

constexpr RunColumn terminationColumn{"termination",
    [](const Run &run) -> Cell { return terminationName(run.termination); },
    [](const QString &text, Run &run) {
        const auto termination = terminationFromName(text);
        run.termination = termination.value_or(run.termination);
        return termination.has_value();
    }};

constexpr RunColumn turnsColumn{"turns", [](const Run &run) -> Cell { return run.turns; },
    [](const QString &text, Run &run) { return take(text, run.turns); }};

// The first six name a run, as in the documents of figures.
constexpr std::array runColumns{configurationColumn<&Configuration::scaffold>("scaffold"),
    configurationColumn<&Configuration::model>("model"), keyColumn<&RunKey::runtime>("runtime"),
    keyColumn<&RunKey::task>("task"), keyColumn<&RunKey::date>("date"), trialColumn, kindColumn, frameworkColumn,
    constraintsColumn, newestColumn, excludedColumn, reasonColumn, countColumn<&Run::passed>("passed"),
    countColumn<&Run::failed>("failed"), countColumn<&Run::assertions>("total"),
    verdictColumn<&RunVerdicts::architecture>("architecture"), verdictColumn<&RunVerdicts::database>("database"),
    verdictColumn<&RunVerdicts::orm>("orm"), judgedColumn,
    syntaxColumn<&RunVerdicts::architecture>("syntax_architecture"),
    syntaxColumn<&RunVerdicts::database>("syntax_database"), syntaxColumn<&RunVerdicts::orm>("syntax_orm"),
    terminationColumn, turnsColumn, tokenColumn<&Run::tokens, &TokenCount::input>("input_tokens"),
    tokenColumn<&Run::tokens, &TokenCount::output>("output_tokens"), estimatedColumn<&Run::tokens>("tokens_estimated"),
    tokenColumn<&Run::allTokens, &TokenCount::input>("all_input_tokens"),
    tokenColumn<&Run::allTokens, &TokenCount::output>("all_output_tokens"),
    estimatedColumn<&Run::allTokens>("all_tokens_estimated"), countColumn<&Run::warnings>("warnings")};

QStringList header()
{
    QStringList keys;
    for (const auto &column : runColumns)
        keys.append(QLatin1StringView(column.key));
    return keys;
}

/// The run of a record; the key of the first column with a text that cannot stand there.
std::expected<Run, QString> runIn(const QStringList &record)
{
    Run run;
    for (std::size_t i = 0; i < runColumns.size(); ++i) {
        if (!runColumns.at(i).read(record.at(static_cast<qsizetype>(i)), run))
            return std::unexpected(QString(QLatin1StringView(runColumns.at(i).key)));
    }
    run.task.runtime = run.key.runtime;
    run.task.name = run.key.task;
    return run;
}

} // namespace

QByteArray studyRunsDocument(std::span<const Run> runs)
{
    std::vector<const Run *> sorted;
    sorted.reserve(runs.size());
    for (const auto &run : runs)
        sorted.push_back(&run);
    std::ranges::stable_sort(sorted, {}, [](const Run *run) -> const RunKey & { return run->key; });
    TableSpec table{.name = u"runs"_s};
    for (const auto &key : header())
        table.columns.push_back({.key = key});
    table.rows.reserve(sorted.size());
    for (const auto *run : sorted) {
        TableRow row;
        for (const auto &column : runColumns)
            row.cells.push_back(column.write(*run));
        table.rows.push_back(std::move(row));
    }
    return writeTable(table, TableFormat::Csv);
}

Result<std::vector<Run>> readStudyRuns(const QByteArray &csv, const QString &source)
{
    const auto refused = [&source](const QString &why) {
        return unreadableDocument(ErrorKind::InvalidInput, source, u"the runs of a study"_s, why);
    };
    const auto records = ownCsvRecords(csv);
    if (!records)
        return refused(u"It is not sound CSV."_s);
    if (records->front() != header())
        return refused(u"Its columns must be %1."_s.arg(header().join(u", ")));
    std::vector<Run> runs;
    runs.reserve(records->size());
    for (std::size_t i = 1; i < records->size(); ++i) {
        const auto &record = records->at(i);
        auto run = runIn(record);
        if (!run)
            return refused(u"Record %1 has an odd \"%2\": \"%3\"."_s.arg(i).arg(
                run.error(), enoughToFind(record.value(header().indexOf(run.error())))));
        runs.push_back(std::move(*run));
    }
    std::ranges::sort(runs, {}, &Run::key);
    if (const auto twice = std::ranges::adjacent_find(runs, {}, &Run::key); twice != runs.end())
        return refused(u"A run of \"%1\" by %2 stands there twice."_s.arg(
            enoughToFind(twice->key.task), enoughToFind(twice->key.configuration.model)));
    qint64 number = 0;
    for (auto &run : runs)
        run.id = RunId{++number};
    return runs;
}

} // namespace Decayscope
