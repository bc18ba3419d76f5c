// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampledesign.h"

#include <domain/runfilter.h>

#include <map>

namespace Decayscope {

namespace {

/// Labels of one annotator, found by run or by place in the study.
class LabelsByRun
{
public:
    LabelsByRun(const LabelBook &book, const QString &by)
        : m_rows(by.isEmpty() ? std::vector<LabelRow>{} : book.labelsOf(by))
    {
        for (const auto &row : m_rows) {
            if (row.run)
                m_byRun.try_emplace(*row.run, &row);
            else
                m_byTarget.try_emplace(row.target, &row);
        }
    }

    [[nodiscard]] const Label *of(const Run &run) const
    {
        if (const auto found = m_byRun.find(run.id); found != m_byRun.end())
            return &found->second->label;
        auto target = targetOf(run.key);
        for (const auto &date : {target.date, QString()}) {
            target.date = date;
            if (const auto found = m_byTarget.find(target); found != m_byTarget.end())
                return &found->second->label;
        }
        return nullptr;
    }

private:
    std::vector<LabelRow> m_rows;
    std::map<RunId, const LabelRow *> m_byRun;
    std::map<LabelTarget, const LabelRow *> m_byTarget;
};

QString nameOf(const LabelBook &book, const Label &label, const QString &code)
{
    const auto *codebook = book.codebook(label.codebook);
    const auto *known = codebook ? codebook->find(code) : nullptr;
    return known ? known->name : code;
}

} // namespace

std::vector<SamplingUnit> samplingUnits(
    std::span<const Run> runs, const LabelBook &labels, const QString &by, const std::map<RunId, QString> &families)
{
    const LabelsByRun known(labels, by);
    std::vector<SamplingUnit> units;
    for (const auto &run : filtered(runs, {.kinds = {TaskKind::Generation}})) {
        if (outcomeOf(run) == RunOutcome::Success)
            continue;
        SamplingUnit unit{.target = targetOf(run.key), .run = run};
        if (const auto *label = known.of(run)) {
            unit.categoryCode = label->code;
            unit.category = nameOf(labels, *label, label->code);
            unit.subcategory = nameOf(labels, *label, label->subcode);
        }
        if (const auto family = families.find(run.id); family != families.end())
            unit.family = family->second;
        units.push_back(std::move(unit));
    }
    return units;
}

} // namespace Decayscope
