// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runwriter.h"

#include "requestwriter.h"
#include "sharedrows.h"
#include "verdictwriter.h"

#include <algorithm>

namespace Decayscope {

namespace {

template <typename Member>
std::optional<qint64> memberOf(const std::optional<TokenCount> &tokens, Member member)
{
    return tokens ? std::optional<qint64>((*tokens).*member) : std::nullopt;
}

std::optional<int> kindOrNull(const std::optional<RunVerdicts> &verdicts, ConstraintKind kind)
{
    return verdicts ? std::optional(static_cast<int>(verdicts->of(kind))) : std::nullopt;
}

std::optional<QString> textOrNull(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

qint64 turnPartsOf(const PreparedRun &run)
{
    return run.turns.empty() ? 0 : std::ranges::max(run.turns, {}, &PreparedTurn::index).index + 1;
}

/// At least one, so that every version has a place of its own in the index.
qint64 partCountOf(const PreparedRun &run)
{
    return std::max<qint64>(1, turnPartsOf(run) + std::ssize(run.documents));
}

} // namespace

class RunWriter::Private
{
public:
    explicit Private(Connection &connection);

    Result<qint64> runId(const RunKey &key, const TaskSpec &task);
    Result<qint64> insertVersion(const PreparedRun &run, qint64 runId, qint64 importId, qint64 firstPart);
    Result<> writeContent(const PreparedRun &run, qint64 version, qint64 firstPart);
    Result<> writeDocuments(const PreparedRun &run, qint64 version, qint64 nextPart);
    Result<> writeDocument(const PreparedDocument &document, qint64 version, int position, qint64 part);
    Result<> writeTurns(const PreparedRun &run, qint64 version, qint64 firstPart);
    Result<> writeWarnings(const PreparedRun &run, qint64 version);
    Result<qint64> textId(const PreparedDocument &document);

    SharedRows configurations;
    SharedRows tasks;
    Statement selectRun;
    Statement insertRun;
    Statement selectCurrent;
    Statement selectNextPart;
    Statement insertRunVersion;
    Statement updateRun;
    Statement selectText;
    Statement insertText;
    Statement insertDocument;
    Statement insertTurnList;
    Statement insertPart;
    Statement insertWarning;
    RequestWriter requests;
    VerdictWriter verdicts;
};

RunWriter::Private::Private(Connection &connection)
    : configurations(connection, u"SELECT id FROM configuration WHERE scaffold = ? AND model = ?",
          u"INSERT INTO configuration (scaffold, model) VALUES (?, ?)")
    , tasks(connection, u"SELECT id FROM task WHERE runtime = ? AND name = ?",
          u"INSERT INTO task (kind, runtime, framework, name, constraints) VALUES (?, ?, ?, ?, ?)")
    , selectRun(connection, u"SELECT id FROM run WHERE configuration = ? AND task = ? AND date = ? AND trial = ?")
    , insertRun(connection, u"INSERT INTO run (configuration, task, date, trial) VALUES (?, ?, ?, ?)")
    , selectCurrent(connection, u"SELECT v.hash FROM run r JOIN run_version v ON v.id = r.version WHERE r.id = ?")
    , selectNextPart(connection, u"SELECT first_part + part_count FROM run_version ORDER BY first_part DESC LIMIT 1")
    , insertRunVersion(connection,
          u"INSERT INTO run_version (run, import, hash, origin, bytes, assertions, passed, failed, architecture, "
          "database, orm, verifier, syntax_architecture, syntax_database, syntax_orm, syntax_verifier, termination, "
          "turns, tokens_input, tokens_output, tokens_estimated, "
          "all_tokens_input, all_tokens_output, all_tokens_estimated, warnings, first_part, part_count) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    , updateRun(connection, u"UPDATE run SET version = ? WHERE id = ?")
    , selectText(connection, u"SELECT id FROM text WHERE hash = ?")
    , insertText(connection, u"INSERT INTO text (hash, size, data) VALUES (?, ?, ?)")
    , insertDocument(connection,
          u"INSERT INTO document (version, position, kind, path, text, parts, part) VALUES (?, ?, ?, ?, ?, ?, ?)")
    , insertTurnList(connection, u"INSERT INTO turn_list (version, turns) VALUES (?, ?)")
    // The cast takes the bytes as the UTF-8 they are; binding a QString would turn them round twice.
    , insertPart(connection, u"INSERT INTO part_index (rowid, text) VALUES (?, CAST(? AS TEXT))")
    , insertWarning(connection, u"INSERT INTO warning (version, number, path, reason) VALUES (?, ?, ?, ?)")
    , requests(connection)
    , verdicts(connection)
{ }

Result<qint64> RunWriter::Private::runId(const RunKey &key, const TaskSpec &task)
{
    const auto &[scaffold, model] = key.configuration;
    const auto configuration = configurations.id(scaffold % fieldSeparator % model, std::tuple(scaffold, model));
    if (!configuration)
        return configuration;
    const auto taskId = tasks.id(task.runtime % fieldSeparator % task.name, std::tuple(task.runtime, task.name),
        std::tuple(static_cast<int>(task.kind), task.runtime, task.framework, task.name,
            static_cast<int>(task.constraints.bits())));
    if (!taskId)
        return taskId;
    const auto found = selectRun.number(*configuration, *taskId, key.date, key.trial);
    if (!found || *found != 0)
        return found;
    return insertRun.run(*configuration, *taskId, key.date, key.trial).transform([this] {
        return insertRun.insertedId();
    });
}

Result<qint64> RunWriter::Private::insertVersion(const PreparedRun &run, qint64 id, qint64 importId, qint64 firstPart)
{
    const auto &summary = run.summary;
    const auto &[architecture, database, orm] = summary.verdicts;
    return insertRunVersion
        .run(id, importId, run.contentHash, run.origin, run.inputBytes, summary.assertions, summary.passed,
            summary.failed, static_cast<int>(architecture), static_cast<int>(database), static_cast<int>(orm),
            run.verifiers.reference, kindOrNull(summary.syntaxVerdicts, ConstraintKind::Architecture),
            kindOrNull(summary.syntaxVerdicts, ConstraintKind::Database),
            kindOrNull(summary.syntaxVerdicts, ConstraintKind::Orm), textOrNull(run.verifiers.syntax),
            static_cast<int>(summary.termination), summary.turns, memberOf(summary.tokens, &TokenCount::input),
            memberOf(summary.tokens, &TokenCount::output), memberOf(summary.tokens, &TokenCount::estimated),
            memberOf(summary.allTokens, &TokenCount::input), memberOf(summary.allTokens, &TokenCount::output),
            memberOf(summary.allTokens, &TokenCount::estimated), summary.warnings, firstPart, partCountOf(run))
        .transform([this] { return insertRunVersion.insertedId(); });
}

Result<> RunWriter::Private::writeContent(const PreparedRun &run, qint64 version, qint64 firstPart)
{
    return requests.write(version, run.requests)
        .and_then([&] { return writeTurns(run, version, firstPart); })
        .and_then([&] { return writeDocuments(run, version, firstPart + turnPartsOf(run)); })
        .and_then([&] { return verdicts.write(version, VerifierMode::Reference, run.verdicts); })
        .and_then([&] { return verdicts.write(version, VerifierMode::Syntax, run.syntaxVerdicts); })
        .and_then([&] { return writeWarnings(run, version); });
}

Result<> RunWriter::Private::writeTurns(const PreparedRun &run, qint64 version, qint64 firstPart)
{
    if (run.turns.empty())
        return {};
    if (auto done = insertTurnList.run(version, run.turnList); !done)
        return done;
    for (const auto &turn : run.turns) {
        if (turn.indexText.isEmpty())
            continue;
        if (auto done = insertPart.run(firstPart + turn.index, turn.indexText); !done)
            return done;
    }
    return {};
}

Result<> RunWriter::Private::writeDocuments(const PreparedRun &run, qint64 version, qint64 nextPart)
{
    int position = 0;
    for (const auto &document : run.documents) {
        if (auto done = writeDocument(document, version, position++, nextPart++); !done)
            return done;
    }
    return {};
}

Result<> RunWriter::Private::writeDocument(const PreparedDocument &document, qint64 version, int position, qint64 part)
{
    const auto text = textId(document);
    if (!text)
        return std::unexpected(text.error());
    const bool isIndexed = !document.indexText.isEmpty();
    auto done = insertDocument.run(version, position, static_cast<int>(document.kind), document.path, *text,
        document.parts, isIndexed ? std::optional(part) : std::nullopt);
    if (done && isIndexed)
        done = insertPart.run(part, document.indexText);
    return done;
}

Result<qint64> RunWriter::Private::textId(const PreparedDocument &document)
{
    const auto found = selectText.number(document.hash);
    if (!found || *found != 0)
        return found;
    return insertText.run(document.hash, document.size, document.data).transform([this] {
        return insertText.insertedId();
    });
}

Result<> RunWriter::Private::writeWarnings(const PreparedRun &run, qint64 version)
{
    int number = 0;
    for (const auto &warning : run.warnings) {
        if (auto done = insertWarning.run(version, number++, warning.path, warning.reason); !done)
            return done;
    }
    return {};
}

RunWriter::RunWriter(Connection &connection)
    : d(std::make_unique<Private>(connection))
{ }

RunWriter::~RunWriter() = default;

Result<WriteOutcome> RunWriter::write(const PreparedRun &run, qint64 importId)
{
    const auto id = d->runId(run.summary.key, run.summary.task);
    if (!id)
        return std::unexpected(id.error());
    if (auto done = d->selectCurrent.run(*id); !done)
        return std::unexpected(std::move(done.error()));
    const bool isKnown = d->selectCurrent.next();
    const bool isSame = isKnown && d->selectCurrent.bytes(0) == run.contentHash;
    while (isKnown && d->selectCurrent.next()) { }
    if (isSame)
        return WriteOutcome::Unchanged;

    const auto nextPart = d->selectNextPart.number();
    if (!nextPart)
        return std::unexpected(nextPart.error());
    const auto firstPart = std::max<qint64>(*nextPart, 1);
    const auto version = d->insertVersion(run, *id, importId, firstPart);
    if (!version)
        return std::unexpected(version.error());
    return d->writeContent(run, *version, firstPart)
        .and_then([&] { return d->updateRun.run(*version, *id); })
        .transform([&] { return isKnown ? WriteOutcome::Updated : WriteOutcome::Imported; });
}

void RunWriter::forget()
{
    d->configurations.forget();
    d->tasks.forget();
    d->requests.forget();
}

} // namespace Decayscope
