// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "run.h"

#include <QByteArray>

namespace Decayscope {

enum class AssertionOutcome : quint8 { Passed, Failed, Skipped };

struct AssertionResult
{
    QString name;
    AssertionOutcome outcome = AssertionOutcome::Failed;
    QString message; ///< Why it failed, in the report's words, often with expected and actual; empty where unknown.

    bool operator==(const AssertionResult &) const = default;
};

/// One request of the behavioural suite and what became of it. Its place in the report identifies it: names repeat.
struct RequestResult
{
    QString name;
    QString method;
    QString url;
    QString status; ///< Reason phrase; empty when the request got no answer.
    std::optional<int> code;
    std::optional<int> milliseconds;
    std::optional<int> bytes;
    std::vector<AssertionResult> assertions; ///< In the suite's order where the suite is known.
    int total = 0; ///< The report's own counts, which the study's scores rest on.
    int passed = 0;
    int failed = 0;
    int skipped = 0;

    bool operator==(const RequestResult &) const = default;
};

enum class DocumentKind : quint8 {
    Patch,
    Report,
    ServerLog,
    SetupLog,
    Trajectory,
    TrajectoryState,
    TrajectoryEvents,
    Evaluation ///< What Decayscope recorded when it evaluated the run itself; see evaluationjson.h.
};

/// Where one file lies inside a document made of several.
struct DocumentPart
{
    QString path;
    qint64 offset = 0;
    qint64 length = 0;

    bool operator==(const DocumentPart &) const = default;
};

/// A file of a run, byte for byte; the event files of a conversation make one document in the order of their numbers.
struct Document
{
    DocumentKind kind = DocumentKind::ServerLog;
    QString path; ///< Relative to the run's folder; the folder itself for documents of several parts.
    QByteArray bytes;
    std::vector<DocumentPart> parts; ///< Empty for a single file.

    bool operator==(const Document &) const = default;
};

enum class TurnRole : quint8 { System, User, Assistant, Tool, Environment, Other };

/// One message or event of a trajectory: its text for searching, and where its raw form lies.
struct Turn
{
    int index = 0; ///< 0-based.
    TurnRole role = TurnRole::Other;
    QString text; ///< What a reader would search: thought, command, output, written file. May be empty.
    qint64 offset = 0; ///< Of the raw message in its document, in bytes.
    qint64 length = 0; ///< 0 where the message could not be delimited.

    bool operator==(const Turn &) const = default;
};

/// Something odd that was met while reading, and where.
struct ImportIssue
{
    QString path;
    QString reason; ///< A sentence.

    bool operator==(const ImportIssue &) const = default;
};

/// Everything read of one run, before it is stored. Which parts are there says what could be read.
struct RunBundle
{
    RunKey key;
    TaskSpec task;
    QString origin; ///< The folder, or `archive.zip/folder`.
    QByteArray contentHash; ///< Over paths and bytes of all its files: equal hash, equal run.
    qint64 bytes = 0; ///< Input bytes read.

    std::vector<RequestResult> requests;
    std::vector<Document> documents;
    std::vector<Turn> turns;
    Termination termination = Termination::NoTrajectory;
    std::optional<TokenCount> tokens;
    std::optional<TokenCount> allTokens;
    std::vector<ConstraintVerdict> verdicts; ///< Of the reference verifier; filled after reading, by judge().
    std::optional<std::vector<ConstraintVerdict>> syntaxVerdicts; ///< Absent before judge().
    std::vector<ImportIssue> warnings;

    /// The document of a kind, or null.
    [[nodiscard]] const Document *document(DocumentKind kind) const;
};

/// Fills the verdicts of both modes by the bundle's patch; a missing patch fails every constraint of the task.
void judge(RunBundle &bundle, const Verifiers &verifiers);

/// The counts, verdicts and endings of a bundle in the form tables use. `id` and `newestDate` are the store's to fill.
[[nodiscard]] Run summaryOf(const RunBundle &bundle);

} // namespace Decayscope
