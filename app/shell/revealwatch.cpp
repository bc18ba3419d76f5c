// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "revealwatch.h"

#include "studycontroller.h"

#include <workspace/labeljournal.h>

#include <algorithm>
#include <set>

namespace Decayscope {

RevealWatch::RevealWatch(StudyController &study, QObject *parent)
    : QObject(parent)
    , m_study(study)
{ }

void RevealWatch::noteRead(RunId id)
{
    const auto study = m_study.snapshot();
    const auto run = study ? std::ranges::find(study->runs, id, &Run::id) : std::vector<Run>::const_iterator();
    if (study && run != study->runs.end())
        note([&run](const LabelTarget &target) { return target.means(*run); }, QStringLiteral("identity"));
}

void RevealWatch::noteLabels(const std::vector<LabelTarget> &targets)
{
    const std::set<LabelTarget> shown(targets.begin(), targets.end());
    note([&shown](const LabelTarget &target) { return shown.contains(target); }, QStringLiteral("others"));
}

void RevealWatch::note(const std::function<bool(const LabelTarget &)> &isShown, const QString &what)
{
    const auto study = m_study.snapshot();
    auto *journal = m_study.labels();
    if (!journal || !study || study->isReadOnly)
        return;
    const auto book = journal->book();
    for (const auto &sample : book->samples) {
        const auto *mine = sample.design.blind ? sample.queueOf(m_annotator) : nullptr;
        if (!mine)
            continue;
        for (const auto &entry : mine->order) {
            const ItemKey key{sample.id, entry.item, entry.occurrence};
            if (isShown(sample.items[static_cast<std::size_t>(entry.item)].target)
                && !journal->state(m_annotator, key).isRevealed)
                journal->record(m_annotator, key, Revealed{what});
        }
    }
}

} // namespace Decayscope
