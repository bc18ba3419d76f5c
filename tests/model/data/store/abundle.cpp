// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "abundle.h"

#include <QCryptographicHash>

namespace Decayscope::Test {

BundleWords::BundleWords()
{
    of("gpt-x").on("flask").dated("2026-04-01T12-00-00");
    m_bundle.termination = Termination::Submitted;
    m_bundle.tokens = TokenCount{.input = 1000, .output = 100, .estimated = true};
}

BundleWords aBundle()
{
    return BundleWords()
        .passing(10, 10)
        .saying({QStringLiteral("please build it"), QStringLiteral("done")})
        .patching("diff --git a/app.py b/app.py\n+hello = 1\n");
}

BundleWords &BundleWords::of(const char *model, const char *scaffold)
{
    m_bundle.key.configuration = {QString::fromUtf8(scaffold), QString::fromUtf8(model)};
    return *this;
}

BundleWords &BundleWords::on(const char *framework, ConstraintSet constraints)
{
    const auto name = QString::fromUtf8(framework);
    const auto runtime = frameworksOf(u"uv").contains(name) ? QStringLiteral("uv") : QStringLiteral("node");
    m_bundle.task = {TaskKind::Generation, runtime, name, generationTaskName(name, constraints), constraints};
    m_bundle.key.runtime = runtime;
    m_bundle.key.task = m_bundle.task.name;
    return *this;
}

BundleWords &BundleWords::dated(const char *date)
{
    m_bundle.key.date = QString::fromUtf8(date);
    return *this;
}

BundleWords &BundleWords::trial(int number)
{
    m_bundle.key.trial = number;
    return *this;
}

BundleWords &BundleWords::passing(int passed, int total)
{
    RequestResult request{.name = QStringLiteral("Register"),
        .method = QStringLiteral("POST"),
        .url = QStringLiteral("/users"),
        .status = QStringLiteral("Created"),
        .code = 201,
        .total = total,
        .passed = passed,
        .failed = total - passed};
    for (int i = 0; i < total; ++i)
        request.assertions.push_back({.name = QStringLiteral("assertion %1").arg(i),
            .outcome = i < passed ? AssertionOutcome::Passed : AssertionOutcome::Failed,
            .message = {}});
    m_bundle.requests = {request};
    return *this;
}

BundleWords &BundleWords::explaining(const char *message)
{
    for (auto &request : m_bundle.requests) {
        for (auto &assertion : request.assertions) {
            if (assertion.outcome == AssertionOutcome::Failed)
                assertion.message = QString::fromUtf8(message);
        }
    }
    return *this;
}

BundleWords &BundleWords::saying(const QStringList &turns)
{
    std::erase_if(m_bundle.documents, [](const Document &d) { return d.kind == DocumentKind::TrajectoryEvents; });
    m_bundle.turns.clear();
    Document trajectory{.kind = DocumentKind::TrajectoryEvents, .path = QStringLiteral("session")};
    for (const auto &text : turns) {
        const auto bytes = text.toUtf8();
        const auto index = static_cast<int>(m_bundle.turns.size());
        m_bundle.turns.push_back({index, TurnRole::Assistant, text, trajectory.bytes.size(), bytes.size()});
        trajectory.parts.push_back(
            {QStringLiteral("events/event-%1.json").arg(index), trajectory.bytes.size(), bytes.size()});
        trajectory.bytes += bytes;
    }
    m_bundle.documents.push_back(trajectory);
    return *this;
}

BundleWords &BundleWords::patching(const char *patch)
{
    std::erase_if(m_bundle.documents, [](const Document &d) { return d.kind == DocumentKind::Patch; });
    if (*patch != '\0')
        m_bundle.documents.push_back({DocumentKind::Patch, QStringLiteral("agent.patch"), QByteArray(patch), {}});
    return *this;
}

BundleWords &BundleWords::logging(const char *log)
{
    m_bundle.documents.push_back({DocumentKind::ServerLog, QStringLiteral("conduit.log"), QByteArray(log), {}});
    return *this;
}

BundleWords &BundleWords::violating(const char *file, int line)
{
    m_violation = Violation{.file = QString::fromUtf8(file), .line = line, .reason = QStringLiteral("It must not.")};
    return *this;
}

BundleWords &BundleWords::warning(const char *reason)
{
    m_bundle.warnings.push_back({QStringLiteral("conduit.log"), QString::fromUtf8(reason)});
    return *this;
}

RunBundle BundleWords::bundle() const
{
    auto bundle = m_bundle;
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const auto &document : bundle.documents)
        hash.addData(document.bytes);
    for (const auto &request : bundle.requests)
        hash.addData(QByteArray::number(request.passed));
    bundle.contentHash = hash.result();
    bundle.origin = QStringLiteral("/results/") % bundle.key.task % u"/run_" % QString::number(bundle.key.trial);
    for (const auto constraint : bundle.task.constraints.toVector()) {
        ConstraintVerdict verdict{.constraint = constraint,
            .compliant = !m_violation,
            .reason = QStringLiteral("So it is."),
            .evidence = {QStringLiteral("sign")}};
        if (m_violation) {
            verdict.violations.push_back(*m_violation);
            verdict.violations.back().constraint = constraint;
        }
        bundle.verdicts.push_back(verdict);
    }
    return bundle;
}

} // namespace Decayscope::Test
