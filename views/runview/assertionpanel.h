// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/evaluation.h>
#include <trajectory/whylinks.h>

#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QToolButton;
class QTreeView;

namespace Decayscope {

class AssertionModel;
class AssertionProxy;

/// The suite's requests with their assertions, and for the chosen one the code and the turn behind it.
class AssertionPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit AssertionPanel(QWidget *parent = nullptr);

    void setRequests(std::vector<RequestResult> requests); ///< Forgets the links and the evaluation.
    /// What was recorded of the requests, where the run was evaluated here; null for nothing.
    void setEvaluation(std::shared_ptr<const EvaluationRecord> evaluation);
    void setLinks(std::vector<WhyLink> links); ///< One a request; may come later.

    /// The next or previous request with a failing assertion in the order shown; goes round at the ends.
    void nextFailing();
    void previousFailing();

    [[nodiscard]] int currentRequest() const; ///< 0-based in the suite; -1 where none is chosen.
    /// The chosen request or assertion: "12 Update Article: status is 200"; empty for none.
    [[nodiscard]] QString currentTitle() const;
    void setCurrentRequest(int request); ///< Emits nothing. Takes the filter away if it hides the request.

signals:
    void requestChosen(int request);
    void codeRequested(const QString &path, int line);
    void turnRequested(int turn);
    void exchangeRequested(int request); ///< The request and its answer are to be seen as they went over the wire.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void step(int by);
    void choose(int request);
    void updateCount();
    void updateWhy();
    [[nodiscard]] QString failureHtml(int request) const;
    [[nodiscard]] QString linkHtml(int request) const;
    [[nodiscard]] const HttpExchange *exchangeOf(int request) const; ///< Null where none was recorded.
    void followLink(const QString &link);

    std::vector<WhyLink> m_links;
    std::shared_ptr<const EvaluationRecord> m_evaluation;
    AssertionModel *m_model;
    AssertionProxy *m_proxy;
    QTreeView *m_tree;
    QLineEdit *m_filter;
    QToolButton *m_failingFirst;
    QLabel *m_count;
    QLabel *m_why;
    bool m_isQuiet = false;
};

} // namespace Decayscope
