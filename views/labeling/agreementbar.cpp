// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreementbar.h"

#include "labelwords.h"

#include <widgets/flowlayout.h>
#include <widgets/segmentedswitch.h>
#include <widgets/spacing.h>

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace Decayscope {

namespace {

constexpr qsizetype longestTitle = 40;

} // namespace

AgreementBar::AgreementBar(QWidget *parent)
    : QWidget(parent)
    , m_by(new QComboBox(this))
    , m_against(new QComboBox(this))
    , m_level(new SegmentedSwitch(tr("Level"), {tr("Leaf"), tr("Level 1"), tr("Level 2")}, this))
    , m_sampleMenu(new QToolButton(this))
    , m_pilot(new QCheckBox(tr("Pilots too"), this))
{
    m_by->setAccessibleName(tr("Reference"));
    m_by->setToolTip(tr("The reference: its labels give the rows"));
    m_against->setAccessibleName(tr("Compared with"));
    m_against->setToolTip(tr("The one who is compared with it"));
    m_level->setTips({tr("The finest code that was given"), tr("Categories of level 1"),
        tr("Kinds at level 2, of runs with the same category")});
    m_pilot->setToolTip(tr("Count items that stood in a pilot, too"));
    m_sampleMenu->setPopupMode(QToolButton::InstantPopup);
    m_sampleMenu->setFocusPolicy(Qt::StrongFocus);
    m_sampleMenu->setMenu(new QMenu(m_sampleMenu));
    layOut();
    connect(m_by, &QComboBox::activated, this, [this](int row) { choosePerson(true, m_by->itemData(row).toString()); });
    connect(m_against, &QComboBox::activated, this,
        [this](int row) { choosePerson(false, m_against->itemData(row).toString()); });
    connect(m_level, &SegmentedSwitch::chosen, this, [this](int level) {
        m_request.level = static_cast<AgreementLevel>(level);
        tell();
    });
    connect(m_pilot, &QCheckBox::clicked, this, [this](bool on) {
        m_request.pilotToo = on;
        tell();
    });
    connect(m_sampleMenu->menu(), &QMenu::aboutToShow, this, &AgreementBar::fillSamples);
    refresh();
}

void AgreementBar::layOut()
{
    auto *pair = new QWidget(this);
    auto *words = new QHBoxLayout(pair);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(Spacing::tight);
    words->addWidget(m_by);
    words->addWidget(new QLabel(tr("against"), pair));
    words->addWidget(m_against);
    for (auto *box : {m_by, m_against}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(pair);
    layout->addWidget(m_level);
    layout->addWidget(m_sampleMenu);
    layout->addWidget(m_pilot);
}

void AgreementBar::setChoices(const QStringList &annotators, const std::vector<Sample> &samples)
{
    for (auto *box : {m_by, m_against}) {
        box->clear();
        for (const auto &name : annotators)
            box->addItem(oneLine(name, longestTitle), name);
    }
    m_samples.clear();
    for (const auto &sample : samples)
        m_samples.push_back({sample.id, sample.design.title});
    refresh();
}

void AgreementBar::setRequest(const AgreementRequest &request)
{
    m_request = request;
    refresh();
}

/// Nobody is compared with themselves: choosing the other one changes places.
void AgreementBar::choosePerson(bool isReference, const QString &name)
{
    auto &mine = isReference ? m_request.by : m_request.against;
    auto &other = isReference ? m_request.against : m_request.by;
    if (mine == name)
        return;
    if (other == name)
        std::swap(mine, other);
    else
        mine = name;
    tell();
}

void AgreementBar::fillSamples()
{
    auto *menu = m_sampleMenu->menu();
    menu->clear();
    auto *all = menu->addAction(tr("All labels, also imported ones"));
    all->setCheckable(true);
    all->setChecked(m_request.samples.isEmpty());
    connect(all, &QAction::triggered, this, [this] {
        m_request.samples.clear();
        tell();
    });
    if (!m_samples.empty())
        menu->addSeparator();
    for (const auto &sample : m_samples) {
        auto *action = menu->addAction(oneLine(sample.title, longestTitle).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(m_request.samples.contains(sample.id));
        connect(action, &QAction::triggered, this, [this, id = sample.id](bool on) { toggleSample(id, on); });
    }
}

void AgreementBar::toggleSample(const QString &id, bool on)
{
    m_request.samples.removeAll(id);
    if (on)
        m_request.samples << id;
    tell();
}

void AgreementBar::tell()
{
    refresh();
    emit requestChanged(AgreementRequest(m_request));
}

void AgreementBar::refresh()
{
    m_by->setCurrentIndex(m_by->findData(m_request.by));
    m_against->setCurrentIndex(m_against->findData(m_request.against));
    m_level->setCurrent(static_cast<int>(m_request.level));
    m_pilot->setChecked(m_request.pilotToo);
    const auto only = std::ranges::find_if(
        m_samples, [&](const SampleName &sample) { return m_request.samples == QStringList{sample.id}; });
    const auto text = m_request.samples.isEmpty() ? tr("All labels")
        : only != m_samples.end()                 ? oneLine(only->title, longestTitle)
                                  : tr("%n sample(s)", nullptr, static_cast<int>(m_request.samples.size()));
    m_sampleMenu->setText(QString(text % u" ▾"));
    m_sampleMenu->setAccessibleName(tr("Samples: %1").arg(text));
}

} // namespace Decayscope
