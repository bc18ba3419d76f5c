// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "snapshotreader.h"

#include "statement.h"
#include "studymeta.h"
#include "studysettings.h"
#include "transaction.h"

#include <domain/runfilter.h>

#include <QHash>
#include <QSet>

#include <algorithm>

namespace Decayscope {

namespace {

/// What thousands of runs share: read once, and copied by implicit sharing.
struct SharedValues
{
    QHash<qint64, Configuration> configurations;
    QHash<qint64, TaskSpec> tasks;
    QSet<QString> strings;

    const QString &string(const QString &text) { return *strings.insert(text); }
};

Result<> readConfigurations(Connection &connection, SharedValues &shared)
{
    Statement select(connection, u"SELECT id, scaffold, model FROM configuration");
    if (auto done = select.run(); !done)
        return done;
    while (select.next())
        shared.configurations.insert(select.number64(0), {select.text(1), select.text(2)});
    return {};
}

Result<> readTasks(Connection &connection, SharedValues &shared)
{
    Statement select(connection, u"SELECT id, kind, runtime, framework, name, constraints FROM task");
    if (auto done = select.run(); !done)
        return done;
    while (select.next()) {
        shared.tasks.insert(select.number64(0),
            {.kind = static_cast<TaskKind>(select.integer(1)),
                .runtime = shared.string(select.text(2)),
                .framework = shared.string(select.text(3)),
                .name = select.text(4),
                .constraints = ConstraintSet::fromBits(static_cast<quint8>(select.integer(5)))});
    }
    return {};
}

enum Column : int {
    IdColumn,
    ConfigurationColumn,
    TaskColumn,
    DateColumn,
    TrialColumn,
    ExclusionColumn,
    AssertionsColumn,
    PassedColumn,
    FailedColumn,
    ArchitectureColumn,
    SyntaxColumn = ArchitectureColumn + 3,
    TerminationColumn = SyntaxColumn + 3,
    TurnsColumn,
    TokensColumn,
    AllTokensColumn = TokensColumn + 3,
    WarningsColumn = AllTokensColumn + 3
};

constexpr auto selectRuns
    = u"SELECT r.id, r.configuration, r.task, r.date, r.trial, r.exclusion, v.assertions, v.passed, v.failed, "
      u"v.architecture, "
      "v.database, v.orm, v.syntax_architecture, v.syntax_database, v.syntax_orm, v.termination, v.turns, "
      "v.tokens_input, v.tokens_output, v.tokens_estimated, "
      "v.all_tokens_input, "
      "v.all_tokens_output, v.all_tokens_estimated, v.warnings FROM run r JOIN run_version v ON v.id = r.version";

std::optional<TokenCount> tokensAt(const Statement &row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    return TokenCount{
        .input = row.number64(column), .output = row.number64(column + 1), .estimated = row.integer(column + 2) != 0};
}

RunVerdicts verdictsAt(const Statement &row, int column)
{
    return {.architecture = static_cast<Verdict>(row.integer(column)),
        .database = static_cast<Verdict>(row.integer(column + 1)),
        .orm = static_cast<Verdict>(row.integer(column + 2))};
}

/// Without constraints there is nothing to judge, whoever has not judged it.
std::optional<RunVerdicts> syntaxVerdictsOf(const Statement &row, const TaskSpec &task)
{
    if (row.isNull(SyntaxColumn))
        return task.constraints.isEmpty() ? std::optional(RunVerdicts()) : std::nullopt;
    return verdictsAt(row, SyntaxColumn);
}

Run runOf(const Statement &row, SharedValues &shared)
{
    const auto task = shared.tasks.value(row.number64(TaskColumn));
    Run run{.id = {row.number64(IdColumn)},
        .key = {.runtime = task.runtime,
            .configuration = shared.configurations.value(row.number64(ConfigurationColumn)),
            .task = task.name,
            .date = shared.string(row.text(DateColumn)),
            .trial = row.integer(TrialColumn)},
        .task = task,
        .assertions = row.integer(AssertionsColumn),
        .passed = row.integer(PassedColumn),
        .failed = row.integer(FailedColumn),
        .verdicts = verdictsAt(row, ArchitectureColumn),
        .syntaxVerdicts = syntaxVerdictsOf(row, task),
        .termination = static_cast<Termination>(row.integer(TerminationColumn)),
        .turns = row.number64(TurnsColumn),
        .tokens = tokensAt(row, TokensColumn),
        .allTokens = tokensAt(row, AllTokensColumn),
        .warnings = row.integer(WarningsColumn)};
    if (!row.isNull(ExclusionColumn))
        run.exclusion = row.text(ExclusionColumn);
    return run;
}

Result<> readRuns(Connection &connection, StudySnapshot &snapshot)
{
    SharedValues shared;
    auto known = readConfigurations(connection, shared).and_then([&] { return readTasks(connection, shared); });
    if (!known)
        return known;
    Statement select(connection, selectRuns);
    if (auto done = select.run(); !done)
        return done;
    while (select.next())
        snapshot.runs.push_back(runOf(select, shared));
    std::ranges::sort(snapshot.runs, {}, &Run::key);
    markNewestDates(snapshot.runs);
    return {};
}

Result<bool> isNewestDate(Connection &connection, RunId run)
{
    return Statement(connection,
        u"SELECT EXISTS (SELECT 1 FROM run r JOIN run o ON o.configuration = r.configuration AND o.task = r.task "
        "WHERE r.id = ? AND o.version IS NOT NULL AND o.date > r.date)")
        .number(run.value)
        .transform([](qint64 hasNewer) { return hasNewer == 0; });
}

} // namespace

Result<std::optional<Run>> readRun(Connection &connection, RunId id)
{
    SharedValues shared;
    auto known = readConfigurations(connection, shared).and_then([&] { return readTasks(connection, shared); });
    if (!known)
        return std::unexpected(std::move(known.error()));
    Statement select(connection, QString(QStringView(selectRuns) % u" WHERE r.id = ?"));
    if (auto done = select.run(id.value); !done)
        return std::unexpected(std::move(done.error()));
    if (!select.next())
        return std::nullopt;
    auto run = runOf(select, shared);
    return isNewestDate(connection, id).transform([&](bool isNewest) {
        run.newestDate = isNewest;
        return std::optional(std::move(run));
    });
}

Result<StudySnapshot> readSnapshotWithin(Connection &connection)
{
    const auto meta = readMeta(connection);
    if (!meta)
        return std::unexpected(meta.error());
    StudySnapshot snapshot{.path = connection.path(),
        .name = meta->name,
        .storeId = meta->storeId,
        .isSample = meta->isSample,
        .isReadOnly = connection.isReadOnly()};
    if (auto done = readRuns(connection, snapshot); !done)
        return std::unexpected(std::move(done.error()));
    auto styles = readStyles(connection);
    if (!styles)
        return std::unexpected(std::move(styles.error()));
    snapshot.styles = completedStyles(std::move(*styles), snapshot.runs);
    return snapshot;
}

Result<StudySnapshot> readSnapshot(Connection &connection)
{
    return readAtOnce(connection, [&] { return readSnapshotWithin(connection); });
}

} // namespace Decayscope
