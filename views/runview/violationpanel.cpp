// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "violationpanel.h"

#include "codetext.h"
#include "codetones.h"
#include "layerdiagram.h"
#include "violationmodel.h"

#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Decayscope {

namespace {

constexpr qsizetype mostEvidence = 12;

QString evidenceText(const QStringList &evidence)
{
    if (evidence.isEmpty())
        return {};
    QStringList shown;
    for (const auto &sign : evidence.first(std::min(evidence.size(), mostEvidence)))
        shown.append(shownLine(sign, 80));
    if (evidence.size() > mostEvidence)
        shown.append(QStringLiteral("…"));
    return ViolationPanel::tr("Evidence: %1").arg(shown.join(u", "));
}

QString coloured(const QString &text, const QColor &ink)
{
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(ink.name(), text.toHtmlEscaped());
}

QString verdictHtml(const ConstraintVerdict &verdict, const QPalette &palette)
{
    const auto title = constraintTitle(verdict.constraint);
    const auto tones = codeTones(palette);
    const auto head = verdict.compliant
        ? coloured(QString(u"✓ " % ViolationPanel::tr("%1: compliant").arg(title)), tones.added)
        : coloured(QString(u"✗ " % ViolationPanel::tr("%1: violated").arg(title)), tones.problem);
    auto html = QString(u"<p style=\"margin-top:4px;margin-bottom:4px\"><b>" % head % u"</b>");
    if (!verdict.reason.isEmpty())
        html += u"<br>" % shownLine(verdict.reason, 600).toHtmlEscaped();
    if (const auto evidence = evidenceText(verdict.evidence); !evidence.isEmpty())
        html += u"<br>" % coloured(evidence, mutedText(palette));
    return html + u"</p>";
}

} // namespace

ViolationPanel::ViolationPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new ViolationModel(this))
    , m_verdictText(new QLabel(this))
    , m_list(new QTreeView(this))
    , m_diagram(new LayerDiagram)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    m_verdictText->setTextFormat(Qt::RichText);
    m_verdictText->setWordWrap(true);
    m_verdictText->setMargin(Spacing::normal);
    m_verdictText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setAccessibleName(tr("Violations"));
    layOut();
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &index) { activate(index.row()); });
    connect(m_list, &QTreeView::clicked, this, [this](const QModelIndex &index) { activate(index.row()); });
    connect(m_diagram, &LayerDiagram::codeRequested, this, &ViolationPanel::codeRequested);
    updateVerdicts();
}

void ViolationPanel::setVerdicts(std::vector<ConstraintVerdict> verdicts)
{
    m_verdicts = std::move(verdicts);
    m_model->setVerdicts(m_verdicts);
    for (const auto column : {ViolationModel::Verifier, ViolationModel::Place}) {
        m_list->resizeColumnToContents(column);
        m_list->setColumnWidth(column, std::min(m_list->columnWidth(column), 220));
    }
    const auto kinds = std::ranges::count_if(
        m_verdicts, [](const ConstraintVerdict &verdict) { return !verdict.violations.empty(); });
    m_list->setColumnHidden(ViolationModel::Verifier, kinds < 2);
    m_list->setVisible(!m_model->violations().empty());
    updateVerdicts();
}

void ViolationPanel::setLayers(const LayerGraph &graph)
{
    const auto hasFiles
        = std::ranges::any_of(graph.nodes, [](const LayerGraph::Node &node) { return !node.files.isEmpty(); });
    m_diagram->setGraph(graph);
    m_layers->setVisible(hasFiles);
}

const Violation *ViolationPanel::currentViolation() const
{
    const auto row = m_list->currentIndex().row();
    return row < 0 ? nullptr : &m_model->violations()[static_cast<size_t>(row)];
}

void ViolationPanel::nextViolation()
{
    step(1);
}

void ViolationPanel::previousViolation()
{
    step(-1);
}

void ViolationPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateVerdicts();
}

void ViolationPanel::layOut()
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_diagram);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setBackgroundRole(QPalette::Base);
    m_layers = scroll;
    m_layers->hide();
    auto *top = new QWidget(this);
    auto *column = new QVBoxLayout(top);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_verdictText);
    column->addWidget(m_list, 1);
    m_splitter->addWidget(top);
    m_splitter->addWidget(m_layers);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
}

void ViolationPanel::updateVerdicts()
{
    QString html;
    for (const auto &verdict : m_verdicts)
        html += verdictHtml(verdict, palette());
    m_verdictText->setText(
        html.isEmpty() ? tr("The task of this run has no structural constraint, so no verifier applies.") : html);
}

void ViolationPanel::step(int by)
{
    const auto rows = m_model->rowCount();
    if (rows == 0)
        return;
    const auto at = m_list->currentIndex().row();
    const auto row = at < 0 ? (by > 0 ? 0 : rows - 1) : (at + by + rows) % rows;
    m_list->setCurrentIndex(m_model->index(row, 0));
    activate(row);
}

void ViolationPanel::activate(int row)
{
    const auto &violation = m_model->violations()[static_cast<size_t>(row)];
    if (!violation.file.isEmpty())
        emit codeRequested(violation.file, violation.line);
}

} // namespace Decayscope
