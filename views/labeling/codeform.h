// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/codebook.h>

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace Decayscope {

/// The texts and rules of one code.
class CodeForm final : public QWidget
{
    Q_OBJECT

public:
    explicit CodeForm(QWidget *parent = nullptr);

    void setCode(const Code &code);
    [[nodiscard]] Code code() const; ///< With what was typed.
    [[nodiscard]] bool isChanged() const { return code() != m_code; }

signals:
    void changed();

private:
    void layOut();
    [[nodiscard]] QPlainTextEdit *makeText(const QString &name, const QString &hint, int lines);

    Code m_code; ///< As it was given.
    QLineEdit *m_name;
    QLineEdit *m_title;
    QPlainTextEdit *m_definition;
    QPlainTextEdit *m_examples;
    QPlainTextEdit *m_counterExamples;
    QLineEdit *m_hint;
    QSpinBox *m_evidence;
    QCheckBox *m_memo;
    bool m_isFilling = false;
};

} // namespace Decayscope
