// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/labelbook.h>

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Decayscope {

class EvidenceList;

/// What one annotator said of a run, to be read beside what another said.
class LabelCard final : public QFrame
{
    Q_OBJECT

public:
    explicit LabelCard(QWidget *parent = nullptr);

    /// Without a row: this annotator did not label the run.
    void showRow(const std::optional<LabelRow> &row, const QString &annotator, const Codebook &codebook);
    [[nodiscard]] QStringList printed() const;

signals:
    void taken(); ///< The adjudicator takes this label.
    void evidenceRequested(const Decayscope::Evidence &evidence);

private:
    QLabel *m_annotator;
    QLabel *m_code;
    QLabel *m_facts;
    QPlainTextEdit *m_memo;
    EvidenceList *m_evidence;
    QPushButton *m_take;
};

} // namespace Decayscope
