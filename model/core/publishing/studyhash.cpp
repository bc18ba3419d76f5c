// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provenance.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Decayscope {

namespace {

/// Adds values so that no two lists of values give the same bytes.
class ValueHash
{
public:
    void add(QStringView text)
    {
        const auto utf8 = text.toUtf8();
        add(qint64{utf8.size()});
        m_hash.addData(utf8);
    }

    void add(qint64 number) { m_hash.addData(QByteArray(QByteArray::number(number) + ' ')); }

    void add(const RunVerdicts &verdicts)
    {
        for (const auto verdict : {verdicts.architecture, verdicts.database, verdicts.orm})
            add(qint64{static_cast<quint8>(verdict)});
    }

    void add(const std::optional<TokenCount> &tokens)
    {
        add(tokens ? tokens->input : qint64{-1});
        add(tokens ? tokens->output : qint64{-1});
    }

    [[nodiscard]] QString result() const { return QString::fromLatin1(m_hash.result().toHex()); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

void addRun(ValueHash &hash, const Run &run)
{
    const auto &key = run.key;
    for (const auto &text : {key.runtime, key.configuration.scaffold, key.configuration.model, key.task, key.date})
        hash.add(text);
    for (const auto number : {key.trial, run.assertions, run.passed, run.failed, run.exclusion ? 1 : 0})
        hash.add(qint64{number});
    hash.add(run.verdicts);
    hash.add(qint64{run.syntaxVerdicts ? 1 : 0});
    hash.add(run.syntaxVerdicts.value_or(RunVerdicts()));
    hash.add(terminationName(run.termination));
    hash.add(run.tokens);
    hash.add(run.allTokens);
}

void addLabel(ValueHash &hash, const LabelRow &row)
{
    const auto &target = row.target;
    for (const auto &text : {row.annotator, target.runtime, target.configuration.scaffold, target.configuration.model,
             target.task, target.date, row.item.sample, row.label.code, row.label.subcode})
        hash.add(text);
    hash.add(qint64{target.trial});
}

} // namespace

QString studyHash(const StudySnapshot &study, const LabelBook *labels)
{
    std::vector<const Run *> runs;
    runs.reserve(study.runs.size());
    for (const auto &run : study.runs)
        runs.push_back(&run);
    std::ranges::sort(runs, {}, [](const Run *run) -> const RunKey & { return run->key; });
    ValueHash hash;
    hash.add(std::ssize(runs));
    for (const auto *run : runs)
        addRun(hash, *run);
    for (const auto &row : labels != nullptr ? std::span(labels->rows) : std::span<const LabelRow>())
        addLabel(hash, row);
    return hash.result();
}

} // namespace Decayscope
