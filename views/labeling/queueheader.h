// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;

namespace Decayscope {

class Badge;
class InlineField;

/// What stands above a queue. There is no comparison with other annotators on purpose.
struct QueueSummary
{
    QString sample; ///< Its title.
    bool isBlind = true;
    QString annotator;
    QStringList annotators; ///< Those with a queue in the sample, also the present one.
    int done = 0; ///< Committed and skipped.
    int total = 0;
    std::optional<double> medianSeconds; ///< An item.
};

/// The sample, the annotator, and how far the work is.
class QueueHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit QueueHeader(QWidget *parent = nullptr);

    void setSummary(const QueueSummary &summary);
    [[nodiscard]] QString progress() const; ///< "17 of 50 done · 45 s an item · 25 min left"

    void openName(); ///< To type the name of a new annotator.

signals:
    void annotatorChosen(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void fillMenu();
    void cutTitle();

    QueueSummary m_summary;
    QLabel *m_title;
    Badge *m_badge;
    QToolButton *m_annotator;
    InlineField *m_name;
    QLabel *m_progress;
};

} // namespace Decayscope
