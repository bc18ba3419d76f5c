// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QTableView>

#include <vector>

namespace Decayscope {

class StringTable;

/// A small table of words and numbers that fits its columns, keeps its selection and copies as tab-separated text. The
/// first column is of words, left-bound, and takes the room there is; the others are right-bound.
class PlainTable final : public QTableView
{
    Q_OBJECT

public:
    explicit PlainTable(const QString &name, QWidget *parent);

    void setContent(const QStringList &titles, std::vector<QStringList> rows);
    void setWordColumns(const QList<int> &columns); ///< Left-bound.
    void setStretched(const QList<int> &columns); ///< Share the room there is.
    /// As high as its rows, up to a number of them; without it takes what room there is.
    void fitHeight(int mostRows);

    [[nodiscard]] QStringList printed() const; ///< "a | b | c", a line a row.
    [[nodiscard]] QString selectionText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void rowActivated(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitRows();
    [[nodiscard]] int fullHeight(int rows) const;

    StringTable *m_model;
    int m_mostRows = 0;
    QList<int> m_stretched{0};
};

} // namespace Decayscope
