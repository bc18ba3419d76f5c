// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codeheader.h"

#include "codetext.h"
#include "codeturn.h"

#include <widgets/badge.h>
#include <widgets/clampedlabel.h>
#include <widgets/flowlayout.h>
#include <widgets/iconbutton.h>
#include <widgets/linklabel.h>
#include <widgets/segmentedswitch.h>
#include <widgets/spacing.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int finalSide = -10; ///< In the boxes: the final state instead of a turn.
constexpr int linksShown = 5;

std::optional<int> sideOf(const QComboBox *box)
{
    const auto turn = box->currentData().toInt();
    return turn == finalSide ? std::nullopt : std::optional(turn);
}

} // namespace

CodeHeader::CodeHeader(QWidget *parent)
    : QWidget(parent)
    , m_path(new QLabel(this))
    , m_knowledge(new Badge({}, this))
    , m_moment(new SegmentedSwitch(tr("Code shown"), {tr("At the turn"), tr("Final")}, this))
    , m_compare(new QToolButton(this))
    , m_how(new ClampedLabel(2, this))
    , m_earlier(iconButton(QStringLiteral("back"), tr("The turn before that wrote this file"), this))
    , m_links(new LinkLabel(this))
    , m_later(iconButton(QStringLiteral("forward"), tr("The next turn that wrote this file"), this))
    , m_sides(new QWidget(this))
    , m_from(new QComboBox(m_sides))
    , m_to(new QComboBox(m_sides))
{
    auto bold = font();
    bold.setWeight(QFont::DemiBold);
    m_path->setFont(bold);
    m_path->setTextFormat(Qt::PlainText);
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_path->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_compare->setText(tr("Diff"));
    m_compare->setCheckable(true);
    m_compare->setFocusPolicy(Qt::StrongFocus);
    m_compare->setToolTip(tr("Show what changed"));
    m_moment->setTips({tr("The files as they were after the selected turn"), tr("The files as the patch leaves them")});
    m_from->setAccessibleName(tr("Compare from"));
    m_to->setAccessibleName(tr("Compare to"));
    layOut();

    connect(m_moment, &SegmentedSwitch::chosen, this, [this](int index) { emit momentChosen(index == 1); });
    connect(m_compare, &QToolButton::toggled, this, &CodeHeader::comparingChosen);
    connect(m_earlier, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_later, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_links, &QLabel::linkActivated, this, [this](const QString &link) { emit turnRequested(link.toInt()); });
    for (auto *box : {m_from, m_to})
        connect(box, &QComboBox::activated, this, &CodeHeader::chooseSides);
}

void CodeHeader::setHeading(const CodeHeading &heading)
{
    m_versions = heading.versions;
    m_turn = heading.turn;
    const auto path = shownLine(heading.path, 1000);
    m_path->setText(path);
    m_path->setToolTip(path.toHtmlEscaped());
    m_knowledge->setText(heading.knowledge);
    m_knowledge->setVisible(!heading.knowledge.isEmpty());
    m_moment->setCurrent(heading.isFinal ? 1 : 0);
    QStringList words{heading.when, heading.how};
    words.removeAll(QString());
    m_how->setText(words.join(tr(" · ")));
    const QSignalBlocker blocker(m_compare);
    m_compare->setChecked(heading.isComparing);
    m_compare->setEnabled(!heading.path.isEmpty());
    m_sides->setVisible(heading.isComparing);
    if (heading.isComparing) {
        fillSide(m_from, heading.from);
        fillSide(m_to, heading.to);
    }
    showVersions(heading);
}

QStringList CodeHeader::printed() const
{
    QString versions;
    for (const auto turn : m_versions)
        versions += (versions.isEmpty() ? QString() : QStringLiteral(" · ")) + turnNumber(turn);
    return {m_path->text(), m_knowledge->isHidden() ? QString() : m_knowledge->text(), m_how->text(), versions};
}

void CodeHeader::layOut()
{
    auto *first = new QHBoxLayout;
    first->setSpacing(Spacing::normal);
    first->addWidget(m_path, 1);
    first->addWidget(m_knowledge);
    auto *turns = new QWidget(this);
    auto *versions = new QHBoxLayout(turns);
    versions->setContentsMargins(0, 0, 0, 0);
    versions->setSpacing(Spacing::tight);
    versions->addWidget(m_earlier);
    versions->addWidget(m_links);
    versions->addWidget(m_later);
    auto *second = new FlowLayout;
    second->setSpacing(Spacing::normal);
    second->addWidget(m_moment);
    second->addWidget(m_compare);
    second->addWidget(turns);
    auto *sides = new QHBoxLayout(m_sides);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(Spacing::normal);
    sides->addWidget(new QLabel(tr("From"), m_sides));
    sides->addWidget(m_from);
    sides->addWidget(new QLabel(tr("to"), m_sides));
    sides->addWidget(m_to);
    sides->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::normal, Spacing::normal, Spacing::normal, Spacing::tight);
    layout->setSpacing(Spacing::tight);
    layout->addLayout(first);
    layout->addWidget(m_how);
    layout->addLayout(second);
    layout->addWidget(m_sides);
}

void CodeHeader::showVersions(const CodeHeading &heading)
{
    const auto isKnown = !m_versions.empty();
    for (QWidget *part :
        {static_cast<QWidget *>(m_earlier), static_cast<QWidget *>(m_links), static_cast<QWidget *>(m_later)})
        part->setVisible(isKnown);
    m_links->setText(versionLinks());
    QStringList turns;
    for (const auto turn : m_versions)
        turns.append(turnNumber(turn));
    if (turns.size() > 40)
        turns = turns.first(40) + QStringList(QStringLiteral("…"));
    m_links->setToolTip(tr("Turns that wrote this file: %1").arg(turns.join(u", ")));
    m_links->setAccessibleName(m_links->toolTip());
    m_earlier->setEnabled(isKnown && m_versions.front() < heading.turn);
    m_later->setEnabled(isKnown && m_versions.back() > heading.turn);
}

/// The versions around the selected turn, the one in force in bold.
QString CodeHeader::versionLinks() const
{
    const auto after = std::ranges::upper_bound(m_versions, m_turn) - m_versions.begin();
    const auto count = std::ssize(m_versions);
    const auto first = std::clamp<qsizetype>(after - 1 - linksShown / 2, 0, std::max<qsizetype>(0, count - linksShown));
    const auto last = std::min<qsizetype>(count, first + linksShown);
    QStringList links;
    for (auto i = first; i < last; ++i) {
        const auto turn = m_versions[static_cast<size_t>(i)];
        const auto link = QStringLiteral("<a href=\"%1\">%2</a>").arg(turn).arg(turnNumber(turn));
        links.append(i == after - 1 ? QStringLiteral("<b>%1</b>").arg(link) : link);
    }
    return QString((first > 0 ? QStringLiteral("… ") : QString()) + links.join(u" · ")
        + (last < count ? QStringLiteral(" …") : QString()));
}

void CodeHeader::fillSide(QComboBox *box, std::optional<int> chosen)
{
    box->clear();
    auto turns = m_versions;
    turns.push_back(m_turn);
    if (chosen)
        turns.push_back(*chosen);
    std::ranges::sort(turns);
    turns.erase(std::ranges::unique(turns).begin(), turns.end());
    for (const auto turn : turns)
        box->addItem(turn < 0 ? tr("before the agent") : tr("turn %1").arg(turnNumber(turn)), turn);
    box->addItem(tr("final"), finalSide);
    box->setCurrentIndex(box->findData(chosen.value_or(finalSide)));
}

void CodeHeader::chooseSides()
{
    emit sidesChosen(sideOf(m_from), sideOf(m_to));
}

void CodeHeader::step(int by)
{
    if (by > 0) {
        if (const auto next = std::ranges::upper_bound(m_versions, m_turn); next != m_versions.end())
            emit turnRequested(*next);
        return;
    }
    const auto here = std::ranges::lower_bound(m_versions, m_turn);
    if (here != m_versions.begin())
        emit turnRequested(*std::prev(here));
}

} // namespace Decayscope
