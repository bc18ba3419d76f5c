// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studyinwords.h"

#include "rawstore.h"

#include <store/filterjson.h>
#include <store/importlog.h>
#include <store/labelstore.h>
#include <store/requeststore.h>
#include <store/runstore.h>
#include <store/runwriter.h>
#include <store/search.h>
#include <store/snapshotreader.h>
#include <store/storecheck.h>
#include <store/studysettings.h>
#include <store/taskstore.h>
#include <store/transaction.h>
#include <store/verdictstore.h>

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Decayscope::Test {

namespace {

constexpr std::array searched{"build", "done", "listening", "hello", "secret", "zebra"};

template <typename Row>
std::vector<Row> rowsOf(Result<std::vector<Row>> read)
{
    return std::move(read).value();
}

QString nameOf(const RunKey &key)
{
    return QStringList{
        key.configuration.scaffold, key.configuration.model, key.task, key.date, QString::number(key.trial)}
        .join(u' ');
}

Result<> writeRuns(Connection &connection, const std::vector<RunBundle> &runs)
{
    const auto importId = beginImport(connection, {u"/results"_s});
    if (!importId)
        return std::unexpected(importId.error());
    RunWriter writer(connection);
    ImportProgressRow counts;
    for (auto run : runs) {
        const bool isJudged = run.syntaxVerdicts.has_value();
        const auto outcome = writer.write(
            prepareRun(std::move(run), {u"reference-1"_s, isJudged ? u"syntax-1"_s : QString()}), *importId);
        if (!outcome)
            return std::unexpected(outcome.error());
        ++counts.imported;
    }
    return countInImport(connection, *importId, counts).and_then([&] {
        return finishImport(connection, *importId, {});
    });
}

void printVerdicts(const std::vector<ConstraintVerdict> &verdicts, QStringView mode, QStringList &lines)
{
    for (const auto &verdict : verdicts) {
        lines.append(u"  %1 %2 %3 %4 [%5]"_s.arg(mode, constraintName(verdict.constraint),
            verdict.compliant ? u"kept"_s : u"broken"_s, verdict.reason, verdict.evidence.join(u',')));
        for (const auto &violation : verdict.violations)
            lines.append(
                u"    %1:%2 %3 %4"_s.arg(violation.file).arg(violation.line).arg(violation.reason, violation.rule));
    }
}

void printRequests(const std::vector<RequestResult> &requests, QStringList &lines)
{
    for (const auto &request : requests) {
        QStringList failed;
        for (const auto &assertion : request.assertions) {
            if (assertion.outcome == AssertionOutcome::Failed)
                failed.append(assertion.name + u": "_s + assertion.message);
        }
        lines.append(u"  %1 %2 %3/%4 %5"_s.arg(request.method, request.url)
                .arg(request.passed)
                .arg(request.total)
                .arg(failed.join(u", ")));
    }
}

/// The parts of a run; what cannot be read is printed as such.
QStringList partsOf(Connection &connection, RunId run)
{
    QStringList lines;
    printRequests(readRequests(connection, run).value(), lines);
    for (const auto &document : rowsOf(readDocuments(connection, run)))
        lines.append(u"  %1 %2 %3 parts: %4"_s.arg(static_cast<int>(document.kind))
                .arg(document.path)
                .arg(document.parts.size())
                .arg(QString::fromUtf8(document.bytes)));
    for (const auto &turn : rowsOf(readTurns(connection, run)))
        lines.append(u"  turn %1 at %2, %3"_s.arg(turn.index).arg(turn.offset).arg(turn.length));
    printVerdicts(readVerdicts(connection, run, VerifierMode::Reference).value(), u"reference", lines);
    printVerdicts(readVerdicts(connection, run, VerifierMode::Syntax).value(), u"syntax", lines);
    const auto verifiers = readVerifierVersions(connection, run).value();
    lines.append(
        u"  by %1 and %2 from %3"_s.arg(verifiers.reference, verifiers.syntax, readOrigin(connection, run).value()));
    for (const auto &warning : rowsOf(readWarnings(connection, run)))
        lines.append(u"  warning %1: %2"_s.arg(warning.path, warning.reason));
    return lines;
}

QString printedRun(const Run &run)
{
    const auto tokens = [](const std::optional<TokenCount> &count) {
        return count ? u"%1+%2"_s.arg(count->input).arg(count->output) : u"-"_s;
    };
    return u"%1 %2/%3 %4 tokens %5 %6%7"_s.arg(nameOf(run.key))
        .arg(run.passed)
        .arg(run.assertions)
        .arg(terminationName(run.termination), tokens(run.tokens), tokens(run.allTokens),
            run.exclusion ? QString(u" excluded: " % *run.exclusion) : QString());
}

void printRuns(Connection &connection, const StudySnapshot &snapshot, QStringList &lines)
{
    for (const auto &run : snapshot.runs) {
        lines.append(printedRun(run));
        lines += partsOf(connection, run.id);
    }
    for (const auto *word : searched) {
        QStringList found;
        const auto runs = runsMentioning(connection, QString::fromLatin1(word)).value();
        for (const auto &run : snapshot.runs) {
            if (std::ranges::contains(runs, run.id))
                found.append(nameOf(run.key));
        }
        lines.append(u"\"%1\" in %2"_s.arg(QLatin1StringView(word), found.join(u"; ")));
    }
}

/// Filters by the names of the runs they list.
QString printedFilter(RunFilter filter, const StudySnapshot &snapshot)
{
    QStringList only;
    for (const auto &run : snapshot.runs) {
        if (filter.only && filter.only->contains(run.id))
            only.append(nameOf(run.key));
    }
    const bool isChoice = filter.only.has_value();
    filter.only.reset();
    return filterToJson(filter) + (isChoice ? u" only "_s + only.join(u"; ") : QString());
}

void printSettings(Connection &connection, const StudySnapshot &snapshot, QStringList &lines)
{
    QStringList sorted;
    for (const auto &style : rowsOf(readStyles(connection)))
        sorted.append(u"style %1 %2: %3 %4"_s.arg(
            style.configuration.scaffold, style.configuration.model, style.displayName, QString::number(style.color)));
    for (const auto &saved : rowsOf(readSavedFilters(connection)))
        sorted.append(u"filter %1: %2"_s.arg(saved.name, printedFilter(saved.filter, snapshot)));
    for (const auto &task : rowsOf(readTaskFiles(connection)))
        sorted.append(u"task %1 %2: %3 %4"_s.arg(
            task.runtime, task.name, QString::fromUtf8(task.content), QString::fromUtf8(task.patch)));
    for (const auto &sample : rowsOf(readSamples(connection)))
        sorted.append(u"sample %1"_s.arg(sample.id));
    for (const auto &book : rowsOf(readCodebooks(connection)))
        sorted.append(u"codebook %1 %2 of %3"_s.arg(book.id).arg(book.version).arg(book.codes.size()));
    sorted.sort();
    lines += sorted;
}

/// By their ids: numbers and streams of imported labels are each store's own.
void printLabels(Connection &connection, QStringList &lines)
{
    QStringList sorted;
    const auto stored = readLabelEvents(connection).value();
    for (auto event : stored.events) {
        if (std::holds_alternative<Imported>(event.action)) {
            event.stream.clear();
            event.number = 0;
            event.previous.clear();
            event.hash.clear();
        }
        sorted.append(QString::fromUtf8(labelEventJson(event)));
    }
    sorted.sort();
    lines += sorted;
}

} // namespace

void writeInto(const QString &store, const std::function<Result<>(Connection &)> &work)
{
    auto done = Connection::open(store, OpenMode::CreateOrReadWrite).and_then([&](Connection connection) {
        return Transaction::begin(connection).and_then([&](Transaction transaction) {
            return work(connection).and_then([&] { return transaction.commit(); });
        });
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().message + u' ' + done.error().evidence));
}

QString studyOf(
    const QTemporaryDir &folder, const QString &name, const std::vector<RunBundle> &runs, const QString &importedAt)
{
    const auto store = folder.filePath(name + u".decayscope"_s);
    writeInto(store, [&](Connection &connection) { return runs.empty() ? Result<>() : writeRuns(connection, runs); });
    raw(store, u"UPDATE import SET started = '%1'"_s.arg(importedAt));
    return store;
}

QStringList printedStudy(const QString &store)
{
    auto connection = Connection::open(store, OpenMode::ReadOnly);
    if (!connection)
        return {connection.error().message};
    const auto snapshot = readSnapshot(*connection).value();
    QStringList lines;
    printRuns(*connection, snapshot, lines);
    printSettings(*connection, snapshot, lines);
    printLabels(*connection, lines);
    return lines;
}

QStringList printedRuns(const QString &store)
{
    auto connection = Connection::open(store, OpenMode::ReadOnly);
    if (!connection)
        return {connection.error().message};
    QStringList lines;
    const auto snapshot = readSnapshot(*connection).value();
    for (const auto &run : snapshot.runs)
        lines.append(u"%1 %2: %3/%4%5"_s.arg(run.key.configuration.model, QString::number(run.key.trial))
                .arg(run.passed)
                .arg(run.assertions)
                .arg(run.exclusion ? QString(u" excluded: " % *run.exclusion) : QString()));
    return lines;
}

QStringList printed(const Result<std::vector<Result<MergeReport>>> &reports)
{
    if (!reports)
        return {u"failed: "_s + reports.error().message};
    constexpr std::pair<const char *, int MergeReport::*> counts[]{{"added", &MergeReport::added},
        {"updated", &MergeReport::updated}, {"unchanged", &MergeReport::unchanged}, {"labels", &MergeReport::labels},
        {"samples", &MergeReport::samples}, {"codebooks", &MergeReport::codebooks}, {"tasks", &MergeReport::tasks},
        {"excluded", &MergeReport::excluded}};
    QStringList lines;
    for (const auto &report : *reports) {
        if (!report) {
            lines.append(u"refused: "_s + report.error().message);
            continue;
        }
        QStringList words;
        for (const auto &[name, count] : counts) {
            if ((*report).*count > 0)
                words.append(u"%1 %2"_s.arg(QLatin1StringView(name)).arg((*report).*count));
        }
        lines.append(words.join(u", "));
        lines += report->warnings;
    }
    return lines;
}

QStringList findingsOf(const QString &store)
{
    auto check = Connection::open(store, OpenMode::ReadOnly).and_then([](Connection connection) {
        return checkStore(connection, {});
    });
    return check ? check->findings : QStringList{check.error().message};
}

} // namespace Decayscope::Test
