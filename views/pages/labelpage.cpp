// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelpage.h"

#include "runheader.h"
#include "runpage.h"

#include <labeling/codebookeditor.h>
#include <labeling/familylist.h>
#include <labeling/labelpanel.h>
#include <labeling/queuepanel.h>
#include <labeling/sampledesigner.h>
#include <widgets/segmentedswitch.h>
#include <widgets/spacing.h>

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Decayscope {

namespace {

constexpr int queueWidth = 170;
constexpr int panelWidth = 290;

} // namespace

LabelPage::LabelPage(QWidget *parent)
    : QWidget(parent)
    , m_views(new SegmentedSwitch(
          tr("What to do with labels"), {tr("Queue"), tr("Samples"), tr("Families"), tr("Codebook")}, this))
    , m_samples(new QComboBox(this))
    , m_template(new QPushButton(tr("50 logic errors, stratified"), this))
    , m_stack(new QStackedWidget(this))
    , m_desk(new QSplitter(Qt::Horizontal))
    , m_queue(new QueuePanel(this))
    , m_run(new RunPage(this))
    , m_panel(new LabelPanel(this))
    , m_designer(new SampleDesigner(this))
    , m_families(new FamilyList(this))
    , m_codebook(new CodebookEditor(this))
    , m_queueView(new QWidget(this))
    , m_overlay(new StateOverlay(m_queueView))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    layOut();
    connect(m_views, &SegmentedSwitch::chosen, this, [this](int index) { openView(static_cast<View>(index)); });
    connect(m_samples, &QComboBox::activated, this,
        [this](int index) { emit sampleChosen(m_samples->itemData(index).toString()); });
    connect(m_template, &QPushButton::clicked, this, &LabelPage::templateRequested);
    for (auto *list : m_run->findChildren<QAbstractItemView *>())
        list->installEventFilter(this);
}

void LabelPage::layOut()
{
    m_samples->setAccessibleName(tr("Sample"));
    m_samples->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_samples->setMinimumContentsLength(24);
    m_run->header()->setMarkable(false);
    m_template->setToolTip(
        tr("Fill the designer for 50 failures that the judge called logic errors, by model and level"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Spacing::normal, Spacing::tight, Spacing::normal, Spacing::tight);
    head->setSpacing(Spacing::normal);
    head->addWidget(m_views);
    head->addStretch(1);
    head->addWidget(m_template);
    head->addWidget(m_samples);
    m_desk->addWidget(m_queue);
    m_desk->addWidget(m_run);
    m_desk->addWidget(m_panel);
    m_desk->setStretchFactor(1, 1);
    m_desk->setSizes({queueWidth, 3 * panelWidth, panelWidth});
    m_desk->setChildrenCollapsible(false);
    m_desk->setCollapsible(0, true);
    m_desk->setHandleWidth(Spacing::tight);
    auto *desk = new QVBoxLayout(m_queueView);
    desk->setContentsMargins(0, 0, 0, 0);
    desk->addWidget(m_desk);
    for (auto *part : std::initializer_list<QWidget *>{m_queueView, m_designer, m_families, m_codebook})
        m_stack->addWidget(part);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    setView(View::Queue);
    setSamples({}, {});
}

void LabelPage::setView(View view)
{
    m_views->setCurrent(static_cast<int>(view));
    m_stack->setCurrentIndex(static_cast<int>(view));
    m_template->setVisible(view == View::Queue); // The designer has its own.
}

void LabelPage::openView(View view)
{
    setView(view);
    emit viewChosen(view);
}

LabelPage::View LabelPage::view() const
{
    return static_cast<View>(m_stack->currentIndex());
}

void LabelPage::setSamples(const std::vector<SampleChoice> &samples, const QString &current)
{
    const QSignalBlocker quiet(m_samples);
    m_samples->clear();
    for (const auto &sample : samples)
        m_samples->addItem(sample.title, sample.id);
    m_samples->setCurrentIndex(m_samples->findData(current));
    m_samples->setVisible(!samples.empty());
}

void LabelPage::setState(const ViewState &state)
{
    m_overlay->setState(state);
}

const ViewState &LabelPage::state() const
{
    return m_overlay->state();
}

void LabelPage::setReadOnly(bool readOnly)
{
    m_template->setEnabled(!readOnly);
}

QWidget *LabelPage::desk() const
{
    return m_queueView;
}

QByteArray LabelPage::layoutState() const
{
    return m_desk->saveState();
}

void LabelPage::restoreLayoutState(const QByteArray &state)
{
    m_desk->restoreState(state);
}

/// Enter commits the label wherever one is, but in the lists of the run it opens their row.
bool LabelPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Decayscope
