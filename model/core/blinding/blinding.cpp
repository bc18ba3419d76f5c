// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "blinding.h"

#include <QCryptographicHash>

namespace Decayscope {

namespace {

/// The turns of another source, each masked when it is asked for.
class MaskedTurns final : public TurnSource
{
public:
    MaskedTurns(std::shared_ptr<const RunReading> reading, IdentityMask mask)
        : m_reading(std::move(reading))
        , m_mask(std::move(mask))
    { }

    [[nodiscard]] int count() const override { return m_reading->turns->count(); }

    [[nodiscard]] Turn outline(int index) const override
    {
        auto turn = m_reading->turns->outline(index);
        turn.text = m_mask.masked(turn.text);
        return turn;
    }

    [[nodiscard]] TurnContent turn(int index) const override
    {
        return blindTurn(m_reading->turns->turn(index), m_mask);
    }

    [[nodiscard]] QByteArray raw(int index) const override { return m_mask.masked(m_reading->turns->raw(index)); }

private:
    const std::shared_ptr<const RunReading> m_reading;
    const IdentityMask m_mask;
};

void mask(QString &text, const IdentityMask &mask)
{
    text = mask.masked(text);
}

void mask(RunText &text, const IdentityMask &mask)
{
    text = {mask.masked(text.path), mask.masked(text.bytes)};
}

void mask(FileEdit &edit, const IdentityMask &rules)
{
    mask(edit.path, rules);
    mask(edit.target, rules);
    mask(edit.after, rules);
    if (edit.before)
        mask(*edit.before, rules);
}

/// An id that tells something keeps only that it is the same elsewhere.
QString blindId(const QString &id, const IdentityMask &mask)
{
    if (!mask.hasIdentity(id))
        return id;
    return QString::fromLatin1(QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256).toHex().first(16));
}

void mask(TurnPart &part, const IdentityMask &rules)
{
    mask(part.text, rules);
    mask(part.tool, rules);
    mask(part.workingFolder, rules);
    part.callId = blindId(part.callId, rules);
    if (part.edit)
        mask(*part.edit, rules);
}

void mask(RequestResult &request, const IdentityMask &rules)
{
    for (auto *text : {&request.name, &request.method, &request.url, &request.status})
        mask(*text, rules);
    for (auto &assertion : request.assertions) {
        mask(assertion.name, rules);
        mask(assertion.message, rules);
    }
}

void mask(ConstraintVerdict &verdict, const IdentityMask &rules)
{
    mask(verdict.reason, rules);
    for (auto &violation : verdict.violations) {
        mask(violation.file, rules);
        mask(violation.reason, rules);
    }
    for (auto &sign : verdict.evidence)
        mask(sign, rules);
}

void mask(ImportIssue &issue, const IdentityMask &rules)
{
    mask(issue.path, rules);
    mask(issue.reason, rules);
}

void mask(QByteArray &text, const IdentityMask &rules)
{
    text = rules.masked(text);
}

void mask(HttpMessage &message, const IdentityMask &rules)
{
    for (auto &[name, value] : message.headers) {
        mask(name, rules);
        mask(value, rules);
    }
    // A mask is of another length: what was cut stays as far from the end as it was.
    const auto missing = message.bodySize - message.body.size();
    mask(message.body, rules);
    message.bodySize = message.body.size() + missing;
}

void mask(HttpExchange &exchange, const IdentityMask &rules)
{
    for (auto *text :
        {&exchange.group, &exchange.name, &exchange.method, &exchange.url, &exchange.reason, &exchange.error})
        mask(*text, rules);
    mask(exchange.request, rules);
    mask(exchange.answer, rules);
    for (auto &check : exchange.checks) {
        for (auto *text : {&check.name, &check.expected, &check.actual})
            mask(*text, rules);
    }
}

void mask(SuiteResult &suite, const IdentityMask &rules)
{
    for (auto *text : {&suite.suite, &suite.version, &suite.baseUrl})
        mask(*text, rules);
    for (auto &exchange : suite.exchanges)
        mask(exchange, rules);
}

void mask(StepRecord &step, const IdentityMask &rules)
{
    mask(step.message, rules);
    mask(step.log, rules);
}

template <typename List>
void maskAll(List &list, const IdentityMask &rules)
{
    for (auto &value : list)
        mask(value, rules);
}

std::shared_ptr<const EvaluationRecord> blindRecord(
    const std::shared_ptr<const EvaluationRecord> &record, const IdentityMask &rules)
{
    if (!record)
        return nullptr;
    auto blind = std::make_shared<EvaluationRecord>(*record);
    for (auto *text : {&blind->program, &blind->sandbox, &blind->runtime, &blind->server.ending})
        mask(*text, rules);
    maskAll(blind->limits, rules);
    maskAll(blind->steps, rules);
    maskAll(blind->suites, rules);
    return blind;
}

} // namespace

std::shared_ptr<const RunReading> blindReading(std::shared_ptr<const RunReading> reading, const IdentityMask &rules)
{
    auto blind = std::make_shared<RunReading>(*reading);
    blind->run.key.configuration = {};
    blind->run.key.date.clear();
    if (blind->run.exclusion)
        mask(*blind->run.exclusion, rules);
    blind->origin.clear();
    maskAll(blind->requests, rules);
    maskAll(blind->verdicts, rules);
    maskAll(blind->syntaxVerdicts, rules);
    maskAll(blind->warnings, rules);
    for (auto *text : {&blind->patch, &blind->serverLog, &blind->setupLog})
        mask(*text, rules);
    blind->evaluation = blindRecord(reading->evaluation, rules);
    blind->turns = std::make_shared<MaskedTurns>(std::move(reading), rules);
    return blind;
}

TurnContent blindTurn(TurnContent turn, const IdentityMask &rules)
{
    turn.name.clear();
    turn.cost.reset();
    maskAll(turn.parts, rules);
    return turn;
}

} // namespace Decayscope
