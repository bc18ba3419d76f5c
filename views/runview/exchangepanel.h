// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/evaluation.h>

#include <QWidget>

class QLabel;
class QSplitter;
class QToolButton;
class QTreeView;

namespace Decayscope {

class AssertionModel;
class AssertionProxy;
class ExchangeView;
class StateOverlay;

/// The requests of a suite with their checks, also while they come in; the chosen one as it went over the wire.
class ExchangePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ExchangePanel(QWidget *parent = nullptr);

    /// Keeps what is chosen and open where the exchanges only go on. `planned` is how many there will be; 0 where that
    /// is not known.
    void setExchanges(const std::vector<HttpExchange> &exchanges, int planned);
    /// A few words before the count, such as that the suite stands beside the score.
    void setNote(const QString &note);
    void setNothing(const QString &title, const QString &text); ///< What is said while there are no exchanges.
    void setWireShown(bool shown);

    [[nodiscard]] QString countText() const;
    [[nodiscard]] QTreeView *tree() const { return m_tree; }

private:
    void layOut();
    void refreshCount();
    void showCurrent();

    std::vector<HttpExchange> m_exchanges;
    int m_planned = 0;
    QString m_noteText;
    AssertionModel *m_model;
    AssertionProxy *m_proxy;
    QTreeView *m_tree;
    ExchangeView *m_wire;
    QSplitter *m_splitter;
    QLabel *m_count;
    QToolButton *m_failingFirst;
    QToolButton *m_showWire;
    StateOverlay *m_overlay;
};

} // namespace Decayscope
