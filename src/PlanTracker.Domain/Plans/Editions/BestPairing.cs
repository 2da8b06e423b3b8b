namespace PlanTracker.Domain.Plans.Editions;

/// <summary>Pairs rows with columns so that the sum of what the pairs are worth is greatest (the Hungarian method, with row and column prices).</summary>
internal static class BestPairing
{
    /// <param name="worth">Rows × columns, not negative; 0: never to be paired.</param>
    /// <returns>The column of each row; null where the row stays alone.</returns>
    public static int?[] Of(double[,] worth)
    {
        int rows = worth.GetLength(0), columns = worth.GetLength(1), size = Math.Max(rows, columns);
        var rowPrice = new double[size + 1];
        var columnPrice = new double[size + 1];

        // Places count from 1; 0 is the row or column that is being placed.
        var rowOf = new int[size + 1];
        for (var row = 1; row <= size; row++)
            Place(row);
        var found = new int?[rows];
        for (var column = 1; column <= columns; column++)
        {
            if (rowOf[column] <= rows && worth[rowOf[column] - 1, column - 1] > 0)
                found[rowOf[column] - 1] = column - 1;
        }

        return found;

        double Cost(int row, int column) => row <= rows && column <= columns ? -worth[row - 1, column - 1] : 0;

        void Place(int row)
        {
            var least = new double[size + 1];
            var from = new int[size + 1];
            var seen = new bool[size + 1];
            Array.Fill(least, double.PositiveInfinity);
            rowOf[0] = row;
            var at = 0;
            do
            {
                seen[at] = true;
                var (next, step) = (0, double.PositiveInfinity);
                for (var column = 1; column <= size; column++)
                {
                    if (seen[column])
                        continue;
                    var reduced = Cost(rowOf[at], column) - rowPrice[rowOf[at]] - columnPrice[column];
                    if (reduced < least[column])
                        (least[column], from[column]) = (reduced, at);
                    if (least[column] < step)
                        (next, step) = (column, least[column]);
                }

                for (var column = 0; column <= size; column++)
                {
                    if (seen[column])
                    {
                        rowPrice[rowOf[column]] += step;
                        columnPrice[column] -= step;
                    }
                    else
                    {
                        least[column] -= step;
                    }
                }

                at = next;
            }
            while (rowOf[at] != 0);
            for (; at != 0; at = from[at])
                rowOf[at] = rowOf[from[at]];
        }
    }
}
