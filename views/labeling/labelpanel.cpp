// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelpanel.h"

#include "codebutton.h"
#include "codelist.h"
#include "codepopup.h"
#include "definitioncard.h"
#include "evidencelist.h"
#include "labelfooter.h"
#include "labelheader.h"
#include "labelwords.h"
#include "memofield.h"

#include <widgets/iconbutton.h>
#include <widgets/quietlabel.h>
#include <widgets/segmentedswitch.h>
#include <widgets/spacing.h>

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace Decayscope {

LabelPanel::LabelPanel(QWidget *parent)
    : QWidget(parent)
    , m_header(new LabelHeader(this))
    , m_find(iconButton(QStringLiteral("search"), tr("Find a code by its words"), this))
    , m_help(iconButton(QStringLiteral("help"), tr("What the code means"), this))
    , m_codes(new CodeList(this))
    , m_definition(new DefinitionCard(this))
    , m_confidence(
          new SegmentedSwitch(tr("Confidence"), {confidenceTitle(1), confidenceTitle(2), confidenceTitle(3)}, this))
    , m_memo(new MemoField(this))
    , m_evidenceHint(quietLabel(this))
    , m_attach(iconButton(QStringLiteral("attach"), tr("Attach what is selected in the run"), this))
    , m_evidence(new EvidenceList(this))
    , m_footer(new LabelFooter(this))
    , m_history(new ItemHistory(this))
    , m_body(new QScrollArea(this))
    , m_pages(new QStackedWidget(this))
{
    m_memo->setPlaceholderText(tr("Memo"));
    m_memo->setAccessibleName(tr("Memo"));
    m_confidence->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_confidence->setCurrent(-1);
    m_help->setCheckable(true);
    m_definition->hide();
    setAcceptDrops(true);
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(tr("Label"));
    layOut();
    connectParts();
    showNothing();
}

void LabelPanel::layOut()
{
    m_body->setWidget(makeBody());
    m_body->setWidgetResizable(true);
    m_body->widget()->installEventFilter(this);
    m_body->widget()->setAutoFillBackground(false); // What is behind the panel shows through.
    m_body->viewport()->setAutoFillBackground(false);
    m_body->setFrameShape(QFrame::NoFrame);
    m_body->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body->setFocusPolicy(Qt::NoFocus);
    m_pages->addWidget(m_body);
    m_pages->addWidget(m_history);
    m_pages->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2); // Room for the frame while something is dragged over it.
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_footer);
}

/// Nothing is cut off at the sides, however large the font is: the panel asks for the width its parts need.
bool LabelPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_body->widget() && event->type() == QEvent::LayoutRequest)
        m_pages->setMinimumWidth(m_body->widget()->minimumSizeHint().width()
            + style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_body));
    return QWidget::eventFilter(watched, event);
}

QWidget *LabelPanel::makeBody()
{
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(Spacing::normal, 0, Spacing::normal, Spacing::normal);
    layout->setSpacing(Spacing::normal);
    auto *codes = new QVBoxLayout;
    codes->setSpacing(2);
    codes->addWidget(makeCodeHead());
    codes->addWidget(m_codes);
    layout->addLayout(codes);
    layout->addWidget(m_definition);
    layout->addWidget(m_confidence);
    layout->addWidget(m_memo);
    auto *evidence = new QVBoxLayout;
    evidence->setSpacing(2);
    evidence->addWidget(makeEvidenceHead());
    evidence->addWidget(m_evidence);
    layout->addLayout(evidence);
    layout->addStretch(1);
    return body;
}

QWidget *LabelPanel::makeCodeHead()
{
    auto *head = new QWidget(this);
    auto *title = quietLabel(head);
    title->setText(tr("Why did it fail?"));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(title, 1);
    layout->addWidget(m_find);
    layout->addWidget(m_help);
    return head;
}

QWidget *LabelPanel::makeEvidenceHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_evidenceHint, 1);
    layout->addWidget(m_attach, 0, Qt::AlignTop);
    return head;
}

/// The codes come between the buttons over them and the confidence, however often they are made anew.
void LabelPanel::orderTabs()
{
    QWidget *before = m_help;
    for (auto *row : m_codes->shownRows()) {
        setTabOrder(before, row);
        before = row;
    }
}

void LabelPanel::connectParts()
{
    connect(m_codes, &CodeList::rebuilt, this, &LabelPanel::orderTabs);
    connect(m_header, &LabelHeader::undoRequested, this, [this] {
        flush();
        emit undoRequested();
    });
    connect(m_header, &LabelHeader::redoRequested, this, [this] {
        flush();
        emit redoRequested();
    });
    connect(m_header, &LabelHeader::historyRequested, this, [this] {
        flush();
        emit historyRequested();
    });
    connect(m_header, &LabelHeader::revealRequested, this, [this] {
        flush();
        emit revealRequested();
    });
    connect(m_codes, &CodeList::codeChosen, this,
        [this](const QString &id, bool isSubcode) { act(Chosen{.code = id, .isSubcode = isSubcode}); });
    connect(m_codes, &CodeList::pointed, this, &LabelPanel::refreshDefinition);
    connect(m_codes, &CodeList::grown, this, [this](QWidget *part) { m_body->ensureWidgetVisible(part, 0, 0); });
    connect(m_confidence, &SegmentedSwitch::chosen, this, [this](int index) { rate(index + 1); });
    connect(m_memo, &MemoField::noted, this, [this](const QString &memo) { emit acted(Noted{memo}); });
    connect(m_memo, &MemoField::left, this, &LabelPanel::focusCodes);
    connect(m_memo, &MemoField::finished, this, [this] { requestCommit(true); });
    connect(m_evidence, &EvidenceList::removed, this, [this](const QString &id) { act(EvidenceRemoved{id}); });
    connect(m_evidence, &EvidenceList::requested, this, [this](const Evidence &evidence) {
        flush();
        emit evidenceRequested(evidence);
    });
    connect(m_attach, &QToolButton::clicked, this, [this] {
        flush();
        emit evidenceAtFocusRequested();
    });
    connect(m_help, &QToolButton::clicked, this, &LabelPanel::showDefinition);
    connect(m_find, &QToolButton::clicked, this, &LabelPanel::openTypeAhead);
    connect(m_footer, &LabelFooter::flagToggled, this, &LabelPanel::toggleFlag);
    connect(m_footer, &LabelFooter::skipped, this, [this](const QString &reason) { act(Skipped{reason}); });
    connect(m_footer, &LabelFooter::skipClosed, this, &LabelPanel::focusCodes);
    connect(m_footer, &LabelFooter::commitRequested, this, [this] { requestCommit(true); });
    connect(m_history, &ItemHistory::left, this, [this] {
        m_pages->setCurrentWidget(m_body);
        focusCodes();
    });
    connect(m_history, &ItemHistory::revertRequested, this, [this](const QString &event) {
        m_pages->setCurrentWidget(m_body);
        emit revertRequested(event);
    });
}

void LabelPanel::setItem(const LabelPanelItem &item)
{
    const bool isOther = item.key != m_item.key || item.annotator != m_item.annotator;
    if (isOther)
        flush();
    m_item = item;
    if (item.codebook && *item.codebook != m_codebook)
        m_codebook = *item.codebook;
    m_item.codebook = &m_codebook;
    const auto &draft = m_item.state.draft;
    m_codes->setCodebook(m_codebook);
    m_codes->setChosen(draft.code, draft.subcode);
    m_confidence->setCurrent(draft.confidence - 1);
    if (isOther) {
        m_memo->start(draft.memo);
        m_footer->closeSkip();
        m_pages->setCurrentWidget(m_body);
        m_body->ensureVisible(0, 0);
        if (m_memo->hasFocus())
            focusCodes();
    } else {
        m_memo->setMemo(draft.memo);
    }
    m_header->setItem(m_item);
    m_footer->setItem(m_item);
    m_memo->setReadOnly(m_item.isReadOnly || m_memo->isTooLong());
    m_history->setEditable(!m_item.isReadOnly);
    for (auto *part : std::initializer_list<QWidget *>{m_codes, m_confidence, m_attach, m_find})
        part->setEnabled(!m_item.isReadOnly);
    refreshEvidence();
    refreshDefinition();
    setEnabled(true);
}

bool LabelPanel::isHistoryShown() const
{
    return m_pages->currentWidget() == m_history;
}

void LabelPanel::showNothing()
{
    LabelPanelItem nothing;
    nothing.title = tr("Nothing to label");
    setItem(nothing);
    setEnabled(false);
}

void LabelPanel::showHistory(const std::vector<HistoryLine> &lines)
{
    m_history->setLines(lines);
    m_pages->setCurrentWidget(m_history);
    m_history->setFocus(Qt::ShortcutFocusReason);
}

void LabelPanel::flush()
{
    m_memo->flush();
}

QString LabelPanel::statement() const
{
    return m_footer->statement();
}

void LabelPanel::refreshDefinition()
{
    if (m_definition->isHidden())
        return;
    if (const auto *code = m_codebook.find(m_codes->pointedCode()))
        m_definition->showCode(*code);
    else
        m_definition->showNothing();
}

void LabelPanel::refreshEvidence()
{
    const auto &evidence = m_item.state.draft.evidence;
    m_evidence->setEvidence(evidence);
    m_evidence->setVisible(!evidence.empty());
    m_evidence->setEditable(!m_item.isReadOnly);
    m_evidenceHint->setText(m_isDropping ? tr("Drop it to attach it as evidence.")
            : evidence.empty()           ? tr("No evidence. Drag a turn, an assertion, a log or code line here.")
                                         : tr("%n piece(s) of evidence", nullptr, static_cast<int>(evidence.size())));
}

} // namespace Decayscope
