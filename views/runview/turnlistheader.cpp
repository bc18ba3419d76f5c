// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnlistheader.h"

#include "turnlook.h"
#include "turnstrip.h"

#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr size_t listedLoops = 60;

} // namespace

TurnListHeader::TurnListHeader(QWidget *parent)
    : QWidget(parent)
    , m_loops(new QToolButton(this))
    , m_course(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Spacing::normal, Spacing::tight, Spacing::normal, Spacing::tight);
    row->setSpacing(Spacing::tight);
    const QStringList names{tr("Tools"), tr("Reasoning"), tr("Outputs"), tr("Metadata")};
    const QStringList tips{tr("Show commands and edits"), tr("Show what the agent says and thinks"),
        tr("Show the outputs of commands and tools"), tr("Show times, tokens, costs, and turns of the system")};
    for (int group = 0; group < static_cast<int>(m_groups.size()); ++group) {
        auto *button = new QToolButton(this);
        button->setText(names[group]);
        button->setToolTip(tips[group]);
        button->setCheckable(true);
        button->setChecked(true);
        button->setAutoRaise(true);
        connect(button, &QToolButton::toggled, this, [this, group](bool shown) { emit groupToggled(group, shown); });
        row->addWidget(button);
        m_groups.at(static_cast<size_t>(group)) = button;
    }
    m_loops->setAutoRaise(true);
    m_loops->setPopupMode(QToolButton::InstantPopup);
    m_loops->setMenu(new QMenu(m_loops));
    m_loops->hide();
    row->addWidget(m_loops);
    m_course->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_course->setFont(figuresFont(font()));
    m_course->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_course, 1);
}

void TurnListHeader::setGroups(const ShownGroups &groups)
{
    const std::array shown{groups.tools, groups.reasoning, groups.outputs, groups.metadata};
    for (size_t group = 0; group < m_groups.size(); ++group) {
        const QSignalBlocker blocker(m_groups.at(group));
        m_groups.at(group)->setChecked(shown.at(group));
    }
}

void TurnListHeader::setLoops(const std::vector<TurnLoop> &loops)
{
    m_loops->setVisible(!loops.empty());
    m_loops->setText(tr("Loops: %1").arg(loops.size()));
    m_loops->setToolTip(tr("The agent did the same again and again"));
    auto *menu = m_loops->menu();
    menu->clear();
    for (size_t i = 0; i < std::min(loops.size(), listedLoops); ++i) {
        auto name = loopText(loops[i]);
        menu->addAction(name.replace(u'&', QStringLiteral("&&")), this,
            [this, turn = loops[i].first] { emit turnRequested(turn); });
    }
}

void TurnListHeader::setCourse(const QStringList &words)
{
    m_words = words.join(u" \u00b7 ");
    m_course->setToolTip(m_words);
    m_course->setAccessibleName(m_words);
    elide();
}

void TurnListHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elide();
}

void TurnListHeader::elide()
{
    m_course->setText(m_course->fontMetrics().elidedText(m_words, Qt::ElideRight, std::max(0, m_course->width())));
}

QStringList courseUntil(const TrajectoryDigest &digest, int turn)
{
    qint64 input = 0;
    qint64 output = 0;
    double cost = 0;
    bool hasTokens = false;
    bool hasCost = false;
    std::optional<qint64> first;
    std::optional<qint64> last;
    for (int i = 0; i <= turn && i < static_cast<int>(digest.turns.size()); ++i) {
        const auto &one = digest.turns[static_cast<size_t>(i)];
        if (one.tokens) {
            hasTokens = true;
            input += one.tokens->input;
            output += one.tokens->output;
        }
        hasCost = hasCost || one.cost;
        cost += one.cost.value_or(0);
        if (one.time) {
            first = first ? first : one.time;
            last = one.time;
        }
    }
    QStringList words;
    if (hasTokens)
        words.append(TurnListHeader::tr("%1 tokens").arg(shortCount(input + output)));
    if (hasCost)
        words.append(shortCost(cost));
    if (first && *last >= *first)
        words.append(shortDuration(static_cast<double>(*last - *first) / 1000.0));
    return words;
}

} // namespace Decayscope
