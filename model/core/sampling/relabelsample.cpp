// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "annotatorqueues.h"
#include "sampledesign.h"

#include <QCryptographicHash>

#include <algorithm>
#include <set>

namespace Decayscope {

namespace {

/// Decisions of a pair or a model have nobody to ask again.
bool isAffected(const LabelRow &row, const Codebook &codebook, const QString &splitCode)
{
    return row.annotator != judgeName && row.annotator != adjudicatedName && row.label.codebook == codebook.id
        && (row.label.code == splitCode || row.label.subcode == splitCode);
}

/// Items of the affected rows, each run once however its labels name it, and who made them.
class AffectedItems
{
public:
    void add(const LabelRow &row)
    {
        const auto next = static_cast<int>(m_targets.size());
        const auto number = row.run ? m_byRun.try_emplace(*row.run, next).first->second
                                    : m_byTarget.try_emplace(row.target, next).first->second;
        if (number == next)
            m_targets.push_back(row.target);
        m_itemsOf[row.annotator].insert(number);
    }

    [[nodiscard]] std::vector<SampleItem> items() const
    {
        std::vector<SampleItem> items;
        for (const auto &target : m_targets)
            items.push_back({.target = target});
        return items;
    }
    [[nodiscard]] const std::map<QString, std::set<int>> &byAnnotator() const { return m_itemsOf; }

private:
    std::map<RunId, int> m_byRun;
    std::map<LabelTarget, int> m_byTarget;
    std::vector<LabelTarget> m_targets;
    std::map<QString, std::set<int>> m_itemsOf;
};

double sharedByAll(const AffectedItems &affected, std::size_t count)
{
    std::map<int, std::size_t> seen;
    for (const auto &[annotator, items] : affected.byAnnotator()) {
        for (const auto item : items)
            ++seen[item];
    }
    const auto all
        = std::ranges::count_if(seen, [&](const auto &entry) { return entry.second == affected.byAnnotator().size(); });
    return static_cast<double>(all) / static_cast<double>(count);
}

QByteArray hashOf(std::span<const SampleItem> items)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &item : items) {
        const auto &target = item.target;
        const QStringList parts{target.runtime, target.configuration.scaffold, target.configuration.model, target.task,
            QString::number(target.trial), target.date};
        hash.addData(parts.join(QChar(u'\x1f')).toUtf8());
        hash.addData("\n");
    }
    return hash.result();
}

} // namespace

Result<Sample> relabelSample(const LabelBook &labels, const Codebook &codebook, const QString &splitCode)
{
    const auto *code = codebook.find(splitCode);
    if (!code || code->successors.size() < 2) {
        return failure(ErrorKind::InvalidInput,
            QStringLiteral("\"%1\" was not split in version %2 of the codebook, so nothing is to be labelled again.")
                .arg(code ? code->name : splitCode)
                .arg(codebook.version));
    }
    AffectedItems affected;
    for (const auto &row : labels.rows) {
        if (isAffected(row, codebook, splitCode))
            affected.add(row);
    }
    Sample sample{.codebook = codebook.id, .codebookVersion = codebook.version, .items = affected.items()};
    if (sample.items.empty())
        return failure(ErrorKind::InvalidInput, QStringLiteral("No annotator's label is \"%1\".").arg(code->name));
    const auto count = static_cast<int>(sample.items.size());
    sample.strata.push_back({.name = QStringLiteral("all"), .population = count, .drawn = count});
    sample.population = hashOf(sample.items);
    sample.design = {.title = QStringLiteral("Again after the split of %1").arg(code->name),
        .purpose = SamplePurpose::Relabel,
        .round = codebook.version,
        .size = count,
        .seed = seedOf(static_cast<quint64>(codebook.version), splitCode),
        .overlap = sharedByAll(affected, sample.items.size())};
    for (const auto &[annotator, items] : affected.byAnnotator()) {
        sample.design.annotators << annotator;
        sample.queues.push_back(annotatorQueue(annotator, {items.begin(), items.end()}, sample.items, sample.design));
    }
    return sealed(std::move(sample));
}

} // namespace Decayscope
