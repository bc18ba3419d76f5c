// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "violationpanel.h"

#include "codetext.h"
#include "codetones.h"
#include "layerdiagram.h"
#include "violationmodel.h"
#include "violationwords.h"

#include <widgets/clampedlabel.h>
#include <widgets/segmentedswitch.h>
#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QEvent>
#include <QHBoxLayout>
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

constexpr int widestColumn = 220;

QString coloured(const QString &text, const QColor &ink)
{
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(ink.name(), text.toHtmlEscaped());
}

/// "✓ kept" or "✗ broken" in its colour, after the name of the verifiers.
QString modeHtml(VerifierMode mode, const ConstraintVerdict &verdict, const CodeTones &tones)
{
    const auto name = mode == VerifierMode::Reference ? ViolationPanel::tr("reference") : ViolationPanel::tr("syntax");
    const auto words = verdict.compliant ? coloured(ViolationPanel::tr("✓ kept"), tones.added)
                                         : coloured(ViolationPanel::tr("✗ broken"), tones.problem);
    return QString(name.toHtmlEscaped() % u' ' % words);
}

/// "Clean Architecture: reference ✓ kept · syntax ✗ broken"; with one verdict alone "✓ Clean Architecture: compliant".
QString headHtml(const ConstraintVerdict *reference, const ConstraintVerdict *syntax, const QPalette &palette)
{
    const auto tones = codeTones(palette);
    const auto title = constraintTitle(reference ? reference->constraint : syntax->constraint);
    if (reference && syntax)
        return QString(title.toHtmlEscaped() % u": " % modeHtml(VerifierMode::Reference, *reference, tones) % u" · "
            % modeHtml(VerifierMode::Syntax, *syntax, tones));
    const auto &verdict = reference ? *reference : *syntax;
    return verdict.compliant ? coloured(QString(u"✓ " % ViolationPanel::tr("%1: compliant").arg(title)), tones.added)
                             : coloured(QString(u"✗ " % ViolationPanel::tr("%1: violated").arg(title)), tones.problem);
}

QString detailHtml(const ConstraintVerdict &verdict, const QPalette &palette)
{
    QString html;
    if (!verdict.reason.isEmpty())
        html += u"<br>" % shownLine(verdict.reason, 600).toHtmlEscaped();
    if (const auto evidence = evidenceWords(verdict.evidence); !evidence.isEmpty())
        html += u"<br>" % coloured(evidence, mutedText(palette));
    return html;
}

QScrollArea *scrolled(QWidget *content, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setBackgroundRole(QPalette::Base);
    return scroll;
}

QString paragraph(const QString &head, const QString &detail)
{
    return u"<p style=\"margin-top:4px;margin-bottom:4px\"><b>" % head % u"</b>" % detail % u"</p>";
}

} // namespace

ViolationPanel::ViolationPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new ViolationModel(this))
    , m_switch(new SegmentedSwitch(
          tr("Verifiers"), {verifierModeTitle(VerifierMode::Reference), verifierModeTitle(VerifierMode::Syntax)}, this))
    , m_verdictText(new QLabel(this))
    , m_list(new QTreeView(this))
    , m_explanation(new ClampedLabel(3, this))
    , m_diagram(new LayerDiagram)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    m_switch->setTips({verifierModeTip(VerifierMode::Reference), verifierModeTip(VerifierMode::Syntax)});
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
    connectParts();
    showMode();
}

void ViolationPanel::connectParts()
{
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &index) { activate(index.row()); });
    connect(m_list, &QTreeView::clicked, this, [this](const QModelIndex &index) { activate(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ViolationPanel::explain);
    connect(m_diagram, &LayerDiagram::codeRequested, this, &ViolationPanel::codeRequested);
    connect(m_switch, &SegmentedSwitch::chosen, this, [this](int index) {
        setMode(static_cast<VerifierMode>(index));
        emit modeChosen(m_mode);
    });
}

void ViolationPanel::setVerdicts(std::vector<ConstraintVerdict> reference, std::vector<ConstraintVerdict> syntax)
{
    m_verdicts = {std::move(reference), std::move(syntax)};
    showMode();
}

void ViolationPanel::setMode(VerifierMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    showMode();
    showLayers();
}

void ViolationPanel::showMode()
{
    m_switch->setCurrent(static_cast<int>(m_mode));
    m_switch->setVisible(!m_verdicts.front().empty() || !m_verdicts.back().empty());
    m_model->setVerdicts(verdicts());
    const auto &violations = m_model->violations();
    m_list->setColumnHidden(ViolationModel::Rule,
        std::ranges::none_of(violations, [](const Violation &violation) { return !violation.rule.isEmpty(); }));
    for (const auto column : {ViolationModel::Verifier, ViolationModel::Place, ViolationModel::Rule}) {
        m_list->resizeColumnToContents(column);
        m_list->setColumnWidth(column, std::min(m_list->columnWidth(column), widestColumn));
    }
    const auto kinds = std::ranges::count_if(
        verdicts(), [](const ConstraintVerdict &verdict) { return !verdict.violations.empty(); });
    m_list->setColumnHidden(ViolationModel::Verifier, kinds < 2);
    m_list->setVisible(!violations.empty());
    updateVerdicts();
    explain();
}

void ViolationPanel::setLayers(const LayerGraph &reference, const LayerGraph &syntax)
{
    m_graphs = {reference, syntax};
    showLayers();
}

void ViolationPanel::showLayers()
{
    const auto &graph = m_graphs[static_cast<std::size_t>(m_mode)];
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

QString ViolationPanel::explanation() const
{
    return m_explanation->text();
}

void ViolationPanel::choose(const Violation &place)
{
    const auto &violations = m_model->violations();
    const auto isThere = [&](const Violation &one) { return one.file == place.file && one.line == place.line; };
    auto found = place.file.isEmpty() ? violations.end() : std::ranges::find_if(violations, isThere);
    if (found == violations.end())
        found = std::ranges::find(violations, place.constraint, &Violation::constraint);
    if (found != violations.end())
        m_list->setCurrentIndex(m_model->index(static_cast<int>(found - violations.begin()), 0));
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
    m_layers = scrolled(m_diagram, this);
    m_layers->hide();
    auto *top = new QWidget(this);
    auto *column = new QVBoxLayout(top);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Spacing::normal, Spacing::tight, Spacing::normal, 0);
    head->addWidget(m_switch);
    head->addStretch(1);
    column->addLayout(head);
    column->addWidget(scrolled(m_verdictText, this), 1);
    column->addWidget(m_list, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(Spacing::normal, Spacing::tight, Spacing::normal, Spacing::tight);
    foot->addWidget(m_explanation);
    column->addLayout(foot);
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
    const auto &reference = verdictsOf(VerifierMode::Reference);
    const auto &syntax = verdictsOf(VerifierMode::Syntax);
    QString html;
    for (const auto &verdict : reference.empty() ? syntax : reference) {
        const auto *shown = verdictOn(verdicts(), verdict.constraint);
        html += paragraph(
            headHtml(verdictOn(reference, verdict.constraint), verdictOn(syntax, verdict.constraint), palette()),
            shown ? detailHtml(*shown, palette()) : QString());
    }
    if (!html.isEmpty() && verdicts().empty())
        html += paragraph({},
            coloured(m_mode == VerifierMode::Syntax ? tr("The syntax verifiers have not judged this run.")
                                                    : tr("The reference verifiers have not judged this run."),
                mutedText(palette())));
    m_verdictText->setText(
        html.isEmpty() ? tr("The task of this run has no structural constraint, so no verifier applies.") : html);
}

void ViolationPanel::explain()
{
    const auto *violation = currentViolation();
    m_explanation->setText(violation ? ruleExplanationOf(*violation) : QString());
    m_explanation->setVisible(!m_explanation->text().isEmpty());
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
