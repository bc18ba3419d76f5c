// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace Decayscope {

/// One check of a suite against one answer: what was asked for and what was there, both as text for people.
struct CheckResult
{
    QString name;
    bool passed = false;
    QString expected; ///< Such as `200` or `an integer at articlesCount`.
    QString actual; ///< Such as `404`, `"1"` or `nothing`; cut to a few hundred characters.

    bool operator==(const CheckResult &) const = default;
};

/// The head and body of a request or an answer as they went over the wire; a long body is cut.
struct HttpMessage
{
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< In their order, names as sent.
    QByteArray body; ///< At most what the suite keeps; decoded where it was compressed.
    qint64 bodySize = 0; ///< Of the whole body, in bytes.

    [[nodiscard]] bool isCut() const { return bodySize > body.size(); }

    bool operator==(const HttpMessage &) const = default;
};

/// One request of a suite, what was answered, and what its checks made of it.
struct HttpExchange
{
    QString group; ///< The suite's heading over the request.
    QString name; ///< Repeats within a suite; its place identifies a request.
    QString method;
    QString url; ///< The first one; redirects may have led elsewhere.
    HttpMessage request;
    std::optional<int> status; ///< Absent where there was no complete answer.
    QString reason; ///< The answer's reason phrase.
    HttpMessage answer;
    int milliseconds = 0;
    QString error; ///< Why there was no complete answer, a sentence; empty otherwise.
    std::vector<CheckResult> checks; ///< Every check of the request, whatever happened.

    bool operator==(const HttpExchange &) const = default;
};

/// What a suite found on one server.
struct SuiteResult
{
    QString suite; ///< Its name, such as "conduit".
    QString version; ///< Of the suite file.
    QString baseUrl;
    std::vector<HttpExchange> exchanges; ///< Every request of the suite, in its order.
    qint64 milliseconds = 0;

    [[nodiscard]] int total() const;
    [[nodiscard]] int passed() const;

    bool operator==(const SuiteResult &) const = default;
};

/// The steps of an evaluation, in their order.
enum class EvaluationStep : quint8 { Prepare, Patch, Database, SetUp, Start, Health, Suite, DeepSuite, Verify, Stop };

inline constexpr std::array allEvaluationSteps{EvaluationStep::Prepare, EvaluationStep::Patch, EvaluationStep::Database,
    EvaluationStep::SetUp, EvaluationStep::Start, EvaluationStep::Health, EvaluationStep::Suite,
    EvaluationStep::DeepSuite, EvaluationStep::Verify, EvaluationStep::Stop};

/// The name in files: "prepare", "patch", "database", "set_up", "start", "health", "suite", "deep_suite", "verify",
/// "stop".
[[nodiscard]] QString evaluationStepName(EvaluationStep step);
[[nodiscard]] std::optional<EvaluationStep> evaluationStepFromName(QStringView name);

/// Skipped: it does not apply to this run. Failed is recorded; the evaluation goes on as the study does.
enum class StepOutcome : quint8 { Waiting, Running, Done, Failed, Skipped };

[[nodiscard]] QString stepOutcomeName(StepOutcome outcome); ///< "waiting", "running", "done", "failed", "skipped"
[[nodiscard]] std::optional<StepOutcome> stepOutcomeFromName(QStringView name);

struct StepRecord
{
    EvaluationStep step = EvaluationStep::Prepare;
    StepOutcome outcome = StepOutcome::Waiting;
    qint64 milliseconds = 0;
    QString message; ///< What became of it, a sentence; empty where there is nothing to say.
    QString log; ///< The step's own output, cut; logs of set-up and server are documents of the run.

    bool operator==(const StepRecord &) const = default;
};

/// What a sandbox used; peaks over its life.
struct ResourceUse
{
    qint64 memoryBytes = 0; ///< Resident memory of all processes together.
    int processes = 0;
    qint64 cpuMilliseconds = 0; ///< User and system time of all processes, ended ones too.
    qint64 diskBytes = 0; ///< Written below the workspace, home and temporary folder.

    bool operator==(const ResourceUse &) const = default;
};

/// How the generated server fared.
struct ServerRecord
{
    bool healthy = false;
    int attempts = 0; ///< Health checks made.
    qint64 milliseconds = 0; ///< From the start to the first healthy answer, or to giving up.
    std::optional<int> exitCode; ///< Where it ended by itself.
    QString ending; ///< How it ended, a sentence: stopped, exit code, signal, or the limit it ran into.

    bool operator==(const ServerRecord &) const = default;
};

/// Everything recorded of an evaluation beside the run's own documents.
struct EvaluationRecord
{
    QString program; ///< The version of Decayscope.
    QString sandbox; ///< Its kind and version, such as "bubblewrap 0.12.0".
    QString runtime; ///< The runtime recipe's name.
    QString contract; ///< The name of the contract whose suites were run; empty in records older than contracts.
    QString contractVersion;
    QStringList limits; ///< The limits that held, one a line.
    std::vector<StepRecord> steps;
    ServerRecord server;
    ResourceUse resources; ///< Of all commands of the run.
    std::vector<SuiteResult> suites; ///< The first one is scored; the others stand beside it.

    [[nodiscard]] const StepRecord *step(EvaluationStep step) const; ///< Null where there is none.

    bool operator==(const EvaluationRecord &) const = default;
};

} // namespace Decayscope
