// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/label.h>

#include <QListWidget>

namespace Decayscope {

/// The places a label rests on: title and quote of each. Delete takes one away, Enter or a double click goes there.
class EvidenceList final : public QListWidget
{
    Q_OBJECT

public:
    explicit EvidenceList(QWidget *parent = nullptr);

    void setEvidence(const std::vector<Evidence> &evidence);
    void setEditable(bool editable) { m_isEditable = editable; }
    /// How many pieces are in view at once before the list scrolls.
    void setMostRows(int rows);

    [[nodiscard]] QStringList printed() const; ///< "turn 12 — what stands there"

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void removed(const QString &evidence);
    void requested(const Decayscope::Evidence &evidence);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void request(const QListWidgetItem *item);
    void removeCurrent();

    std::vector<Evidence> m_evidence;
    int m_mostRows = 3;
    bool m_isEditable = true;
};

} // namespace Decayscope
