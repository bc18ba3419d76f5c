// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <agreement/agreementreport.h>

#include <QWidget>

#include <map>

class QLabel;
class QPushButton;

namespace Decayscope {

class AdjudicationRow;
class LabelCard;
class PlainTable;

/// Units that two annotators labelled, both labels side by side with memo and evidence, and the decision between them.
class DisagreementReader final : public QWidget
{
    Q_OBJECT

public:
    explicit DisagreementReader(QWidget *parent = nullptr);

    void setCodebook(const Codebook &codebook);
    /// Keeps the chosen unit where it is still there.
    void setUnits(std::vector<AgreementUnit> units, const QString &title);
    void setPair(const QString &by, const QString &against); ///< Names over the labels where one of them is missing.
    void setReadOnly(bool readOnly);

    [[nodiscard]] QStringList printedUnits() const;
    [[nodiscard]] QStringList printedLabels() const; ///< Of the chosen unit.
    [[nodiscard]] AdjudicationRow *adjudication() const { return m_adjudication; }

signals:
    void adjudicated(const Decayscope::AgreementUnit &unit, const Decayscope::Label &label);
    void runRequested(const Decayscope::LabelTarget &target);
    void evidenceRequested(const Decayscope::LabelTarget &target, const Decayscope::Evidence &evidence);

private:
    void layOut();
    void fillTable();
    [[nodiscard]] const AgreementUnit *current() const;
    [[nodiscard]] QString titleOf(const std::optional<LabelRow> &row) const;
    void showCurrent();
    void adjudicate(const Label &label);
    void go(int row);

    std::vector<AgreementUnit> m_units;
    std::map<LabelTarget, QString> m_decided; ///< Since the window is open, to see how far one is.
    Codebook m_codebook;
    QString m_byName;
    QString m_againstName;
    QLabel *m_title;
    PlainTable *m_table;
    QPushButton *m_open;
    LabelCard *m_by;
    LabelCard *m_against;
    AdjudicationRow *m_adjudication;
    LabelTarget m_shown;
    bool m_isFilling = false;
};

} // namespace Decayscope
