// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/codebook.h>

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace Decayscope {

class PrimaryButton;

/// Where a third person, or the pair, decides: a code, why, and Enter.
class AdjudicationRow final : public QWidget
{
    Q_OBJECT

public:
    explicit AdjudicationRow(QWidget *parent = nullptr);

    void setCodebook(const Codebook &codebook);
    void take(const Label &label); ///< Its code, under today's name where it was merged since.
    void begin(); ///< For another unit.

signals:
    void decided(const Decayscope::Label &label);

private:
    void decide();
    void refresh();

    Codebook m_codebook;
    QComboBox *m_code;
    QLineEdit *m_memo;
    PrimaryButton *m_decide;
};

} // namespace Decayscope
