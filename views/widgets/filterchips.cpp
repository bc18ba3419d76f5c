// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filterchips.h"

#include "chip.h"
#include "filterwords.h"
#include "flowlayout.h"

namespace Decayscope {

FilterChips::FilterChips(QWidget *parent)
    : QWidget(parent)
{
    new FlowLayout(this);
    auto policy = sizePolicy();
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Filter in force"));
}

void FilterChips::setFilter(const RunFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    for (auto *chip : findChildren<Chip *>(Qt::FindDirectChildrenOnly)) {
        layout()->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
    for (const auto &part : filterParts(filter)) {
        auto *chip = new Chip(part.text, this);
        connect(chip, &Chip::clicked, this, [this, without = part.without] { emit filterChosen(without); });
        layout()->addWidget(chip);
        chip->show();
    }
    updateGeometry();
}

QStringList FilterChips::texts() const
{
    QStringList texts;
    for (const auto &part : filterParts(m_filter))
        texts << part.text;
    return texts;
}

} // namespace Decayscope
