// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "itemhistory.h"
#include "labelpanelitem.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace Decayscope {

class CodeList;
class CodePopup;
class DefinitionCard;
class EvidenceList;
class LabelFooter;
class LabelHeader;
class MemoField;
class SegmentedSwitch;

/// Where an annotator says why a run failed. Every decision goes out as an action on item(); what is shown is always
/// what setItem() told, so that a write that fails shows by itself.
class LabelPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit LabelPanel(QWidget *parent = nullptr);

    /// Another state of the same item keeps focus, scrolling and what is being typed. Before another item is shown, a
    /// memo that was not told yet goes out, still for the item before.
    void setItem(const LabelPanelItem &item);
    void showNothing(); ///< No item is to be labelled.
    [[nodiscard]] const LabelPanelItem &item() const { return m_item; }

    void showHistory(const std::vector<HistoryLine> &lines);
    void flush(); ///< Tells a memo that was not told yet.

    [[nodiscard]] CodeList *codes() const { return m_codes; }
    [[nodiscard]] EvidenceList *evidence() const { return m_evidence; }
    [[nodiscard]] ItemHistory *history() const { return m_history; }
    [[nodiscard]] bool isHistoryShown() const;
    [[nodiscard]] QString statement() const; ///< How the item stands, or what is missing.

public slots:
    void chooseNumber(int oneBased); ///< Of level 1, or of level 2 while it is open.
    void chooseCode(const QString &id); ///< Of any level.
    void clearChoice();
    void openTypeAhead();
    void editMemo();
    void rate(int confidence); ///< 1–3; the one that stands is taken back.
    void toggleFlag();
    void openSkip();
    void showDefinition(); ///< Or hides it.
    /// Asks; whoever records decides with the newest state and calls refuse() where something is missing.
    void requestCommit(bool andNext);
    void refuse(const QStringList &problems);
    void focusCodes();

signals:
    void acted(const Decayscope::LabelAction &action);
    void commitRequested(bool andNext);
    void evidenceRequested(const Decayscope::Evidence &evidence);
    void evidenceAtFocusRequested();
    void evidenceDropped(QWidget *source); ///< The widget it was dragged from; evidence is what is chosen there.
    void historyRequested();
    void undoRequested();
    void redoRequested();
    void revealRequested();
    void revertRequested(const QString &event);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();
    [[nodiscard]] QWidget *makeBody();
    [[nodiscard]] QWidget *makeCodeHead();
    [[nodiscard]] QWidget *makeEvidenceHead();
    void connectParts();
    void orderTabs();
    void act(const LabelAction &action);
    void refreshDefinition();
    void refreshEvidence();
    void setDropping(bool dropping);

    LabelPanelItem m_item;
    Codebook m_codebook;
    LabelHeader *m_header;
    QToolButton *m_find;
    QToolButton *m_help;
    CodeList *m_codes;
    DefinitionCard *m_definition;
    SegmentedSwitch *m_confidence;
    MemoField *m_memo;
    QLabel *m_evidenceHint;
    QToolButton *m_attach;
    EvidenceList *m_evidence;
    LabelFooter *m_footer;
    ItemHistory *m_history;
    QScrollArea *m_body;
    QStackedWidget *m_pages;
    CodePopup *m_typeAhead = nullptr; ///< Made with the window when it is first asked for.
    bool m_isDropping = false;
};

} // namespace Decayscope
