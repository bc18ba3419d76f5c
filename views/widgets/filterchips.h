// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runfilter.h>

#include <QWidget>

namespace Decayscope {

/// The restrictions of a filter as chips; taking one away is an intent. Nothing is shown for a filter that restricts
/// nothing.
class FilterChips final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterChips(QWidget *parent = nullptr);

    void setFilter(const RunFilter &filter);
    [[nodiscard]] QStringList texts() const;

signals:
    void filterChosen(const RunFilter &filter);

private:
    RunFilter m_filter;
};

} // namespace Decayscope
