// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quickopen.h"

namespace Decayscope {

namespace {

constexpr std::size_t mostOffered = 200;

QString titleOf(const Run &run, const StudySnapshot &study)
{
    const auto *style = study.styleOf(run.key.configuration);
    return QStringLiteral("%1 — %2 — run_%3 — %4")
        .arg(style ? style->displayName : run.key.configuration.model, run.key.task)
        .arg(run.key.trial)
        .arg(run.key.date);
}

} // namespace

QuickOpen::QuickOpen(QWidget *window)
    : PickPopup(tr("Run, task or link"), window)
{ }

void QuickOpen::open(std::shared_ptr<const StudySnapshot> study)
{
    m_study = std::move(study);
    PickPopup::open();
}

std::vector<PickPopup::Pick> QuickOpen::picksFor(const QString &words) const
{
    std::vector<Pick> picks;
    if (!m_study)
        return picks;
    if (looksLikeLink(words))
        return {{.text = words, .tip = tr("Go to this link"), .icon = QStringLiteral("run"), .data = words}};
    for (const auto &run : m_study->runs) {
        const auto title = titleOf(run, *m_study);
        const QString all = title % u' ' % run.key.configuration.scaffold % u' ' % run.key.runtime % u" #"
            % QString::number(run.id.value);
        if (mentions(all, words))
            picks.push_back({.text = title,
                .tip = tr("Run %1").arg(run.id.value),
                .icon = QStringLiteral("run"),
                .data = run.id.value});
        if (picks.size() == mostOffered)
            break;
    }
    return picks;
}

void QuickOpen::choose(const Pick &pick)
{
    if (pick.data.typeId() == QMetaType::QString)
        emit linkChosen(pick.data.toString());
    else
        emit runChosen(RunId{pick.data.toLongLong()});
}

} // namespace Decayscope
