// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failurefamilies.h"

#include <QCryptographicHash>

#include <algorithm>
#include <map>

namespace Decayscope {

namespace {

constexpr qsizetype tailBytes = qsizetype{64} * 1024;
constexpr qsizetype idDigits = 12;

QStringList failedAssertions(const std::vector<RequestResult> &requests)
{
    QStringList failed;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        const QString number = QString::number(i + 1) % u": ";
        int named = 0;
        for (const auto &assertion : requests[i].assertions) {
            if (assertion.outcome == AssertionOutcome::Failed) {
                failed << number + assertion.name;
                ++named;
            }
        }
        if (named == 0 && requests[i].failed > 0)
            failed << number % QString::number(requests[i].failed) % u" without names";
    }
    return failed;
}

QStringList violatedRules(const std::vector<ConstraintVerdict> &verdicts)
{
    QStringList rules;
    for (const auto &verdict : verdicts) {
        if (!verdict.compliant)
            rules << constraintName(verdict.constraint);
    }
    rules.sort();
    rules.removeDuplicates();
    return rules;
}

/// What the runs of a family have in common, as bytes; lengths keep texts apart whatever they contain.
QByteArray commonTraits(const FailureTrace &trace, const QString &signature)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QString &text) {
        const auto bytes = text.toUtf8();
        hash.addData(QByteArray(QByteArray::number(bytes.size()) + ':'));
        hash.addData(bytes);
    };
    const auto addAll = [&](const QStringList &texts) {
        hash.addData(QByteArray(QByteArray::number(texts.size()) + ';'));
        for (const auto &text : texts)
            add(text);
    };
    addAll(trace.failedAssertions);
    add(signature);
    addAll(trace.violatedRules);
    hash.addData(trace.assertions > 0 ? "tested" : "untested");
    return hash.result().toHex().first(idDigits);
}

QString titleOf(const FailureFamily &family, int assertions)
{
    QStringList parts;
    parts << (assertions > 0 ? QStringLiteral("%1 of %2 failed").arg(family.failed).arg(assertions)
                             : QStringLiteral("no report"));
    if (!family.signature.isEmpty())
        parts << family.signature;
    if (!family.violatedRules.isEmpty())
        parts << u"violates " + family.violatedRules.join(u", ");
    return parts.join(u" · ");
}

} // namespace

FailureTrace failureTrace(const RunReading &reading)
{
    const auto &log = reading.serverLog.bytes.isEmpty() ? reading.setupLog.bytes : reading.serverLog.bytes;
    return {.run = reading.run.id,
        .failedAssertions = failedAssertions(reading.requests),
        .logTail = log.last(std::min(tailBytes, log.size())),
        .violatedRules = violatedRules(reading.verdicts),
        .assertions = reading.run.assertions};
}

std::vector<FailureFamily> failureFamilies(std::span<const FailureTrace> traces)
{
    struct Found
    {
        FailureFamily family;
        int assertions = 0;
    };
    std::map<QByteArray, Found> byTraits;
    for (const auto &trace : traces) {
        const auto signature = logSignature(trace.logTail);
        const auto traits = commonTraits(trace, signature);
        auto &[family, assertions] = byTraits[traits];
        family.id = QString::fromLatin1(traits);
        family.signature = signature;
        family.failed = static_cast<int>(trace.failedAssertions.size());
        family.violatedRules = trace.violatedRules;
        family.runs.push_back(trace.run);
        assertions = std::max(assertions, trace.assertions);
    }
    std::vector<FailureFamily> families;
    for (auto &[traits, found] : byTraits) {
        found.family.title = titleOf(found.family, found.assertions);
        std::ranges::sort(found.family.runs);
        families.push_back(std::move(found.family));
    }
    std::ranges::stable_sort(families, std::ranges::greater{}, [](const auto &family) { return family.runs.size(); });
    return families;
}

} // namespace Decayscope
